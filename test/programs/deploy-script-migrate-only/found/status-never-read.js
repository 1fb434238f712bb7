// settings: {"deployScripts": ["scripts/*"]}
const { spawnSync } = require('child_process')

const result = spawnSync('npx', ['prisma', 'migrate', 'deploy'], { stdio: 'inherit' }) // expect: deploy-script-migrate-only
console.log('done', result.stdout)
