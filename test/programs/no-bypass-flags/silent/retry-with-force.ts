import { rm } from 'node:fs/promises'
import { execa } from 'execa'

await rm('dist', { recursive: true, force: true })
await execa('git', ['fetch', '--force', 'origin'])
await execa('npm', ['install', '--force', '--no-audit'])
await execa('git', ['push', '--force-with-lease'])
