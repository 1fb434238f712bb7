import { existsSync, writeFileSync } from 'node:fs'

const force = process.argv.includes('--force')
if (existsSync('icons.json') && !force) throw new Error('icons.json exists; use --force')
writeFileSync('icons.json', '{}')
