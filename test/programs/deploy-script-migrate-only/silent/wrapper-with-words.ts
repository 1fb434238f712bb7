// settings: {"deployScripts": ["scripts/*"]}
import { spawnSync } from 'node:child_process'

function run(program: string, args: string[]): void {
  const { status } = spawnSync(program, args, { stdio: 'inherit' })
  if (status !== 0) throw new Error(`${program} failed`)
}

run('npx', ['prisma', 'migrate', 'deploy'])
