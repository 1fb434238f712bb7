// settings: {"deployScripts": ["scripts/*"]}
const { execFileSync } = require('node:child_process')

async function main() {
  execFileSync('npx', ['prisma', 'migrate', 'deploy'])
}

main().catch(error => console.error('deploy failed', error)) // expect: deploy-script-migrate-only
