import { execa } from 'execa'
import ora from 'ora'

const steps: [string, string[]][] = [
  ['pnpm', ['drizzle-kit', 'generate']],
  ['pnpm', ['prisma', 'format']],
  ['pnpm', ['prisma', 'validate']],
  ['docker', ['compose', 'build', 'web']],
  ['git', ['clean', '-fdx', 'dist']],
]

for (const [command, args] of steps) {
  const spinner = ora([command, ...args].join(' ')).start()
  await execa(command, args, { stdio: 'inherit' })
  spinner.succeed()
}
