// settings: {"deployScripts": ["scripts/*"]}
import { execSync } from 'node:child_process'
import pino from 'pino'

const log = pino()

class Deployment {
  constructor(private readonly command = 'npx prisma migrate deploy') {}
  run(): void {
    log.info({ command: this.command }, 'running')
    execSync(this.command, { stdio: 'inherit' })
  }
}

new Deployment().run()
