// settings: {"deployScripts": ["scripts/*"]}
import { execa } from 'execa'

const { exitCode } = await execa('pnpm', ['prisma', 'migrate', 'deploy'], { reject: false, stdio: 'inherit' })
if (exitCode !== 0) process.exit(exitCode ?? 1)
