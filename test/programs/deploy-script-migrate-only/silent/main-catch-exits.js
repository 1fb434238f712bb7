// settings: {"deployScripts": ["scripts/*"]}
const { execFileSync } = require('node:child_process')

async function main() {
  console.time('migrate')
  execFileSync('npx', ['prisma', 'migrate', 'deploy'], { stdio: 'inherit' })
  console.timeEnd('migrate')
}

main().catch((error) => {
  console.error(error)
  process.exitCode = 1
})
