// settings: {"deployScripts": ["scripts/*"]}
const { exec } = require('child_process')

exec('npx prisma migrate deploy', (error, stdout) => { // expect: deploy-script-migrate-only
  console.log(stdout)
})
