// settings: {"deployScripts": ["scripts/*"]}
const { spawn } = require('child_process')

spawn('npx', ['prisma', 'migrate', 'deploy'], { stdio: 'inherit' }).on('exit', code => process.exit(code ?? 1))
