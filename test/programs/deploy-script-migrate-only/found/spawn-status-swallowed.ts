// settings: {"deployScripts": ["scripts/*"]}
import { spawn } from 'node:child_process'

const child = spawn('npx', ['prisma', 'migrate', 'deploy'], { stdio: 'inherit' }) // expect: deploy-script-migrate-only
child.on('close', () => {
  console.log('migrations finished')
})
