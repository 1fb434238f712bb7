import { exec as execCallback } from 'node:child_process'
import { promisify } from 'node:util'
const exec = promisify(execCallback)
const { stdout } = await exec('npx prisma migrate reset --force') // expect: no-unlisted-mutation-scripts
console.log(stdout)
