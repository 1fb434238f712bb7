// settings: {"deployScripts": ["scripts/*"]}
import { execa } from 'execa'

async function main() {
  await execa('npx', ['prisma', 'migrate', 'deploy'], { stdio: 'inherit' })
}

main().catch(console.error) // expect: deploy-script-migrate-only
