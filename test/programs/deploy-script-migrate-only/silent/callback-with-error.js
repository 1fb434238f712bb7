// settings: {"deployScripts": ["scripts/*"]}
const { exec } = require('child_process')

exec('npx prisma migrate deploy', (error, stdout) => {
  if (error) {
    console.error(error)
    process.exit(1)
  }
  console.log(stdout)
})
