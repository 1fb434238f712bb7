// settings: {"deployScripts": ["scripts/*"]}
const { spawn } = require('child_process')

const child = spawn('npx', ['prisma', 'migrate', 'deploy']) // expect: deploy-script-migrate-only
child.stdout.pipe(process.stdout)
child.on('close', () => console.log('finished'))
