// settings: {"deployScripts": ["scripts/*"]}
import { exec } from 'node:child_process'

function run(command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    exec(command, (error, stdout) => (error ? reject(error) : resolve(stdout)))
  })
}

console.log(await run('npx prisma migrate deploy'))
