// settings: {"deployScripts": ["scripts/*"]}
const cp = require('child_process')

cp.execFileSync('npx', ['prisma', 'migrate', 'deploy'], { stdio: 'inherit' })
cp.execFileSync('npx', ['prisma', 'migrate', 'resolve', '--applied', '0001_init']) // expect: deploy-script-migrate-only
