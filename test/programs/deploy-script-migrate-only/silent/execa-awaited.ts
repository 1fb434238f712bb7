// settings: {"deployScripts": ["scripts/*"]}
import { execa } from 'execa'

async function main(): Promise<void> {
  await execa('prisma', ['migrate', 'status'], { reject: false })
  await execa('prisma', ['migrate', 'deploy'], { stdio: 'inherit' })
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
