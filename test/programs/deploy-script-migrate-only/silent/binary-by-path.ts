// settings: {"deployScripts": ["scripts/*"]}
import { execFileSync } from 'node:child_process'
import path from 'node:path'

execFileSync('./node_modules/.bin/prisma', ['migrate', 'deploy'], { stdio: 'inherit' })
execFileSync('node', ['node_modules/prisma/build/index.js', 'migrate', 'status'])
console.log(path.resolve('.'), execFileSync('git', ['rev-parse', 'HEAD']).toString())
