import { execa } from 'execa'
import ora from 'ora'

const spinner = ora('Pushing schema').start()
try {
  await execa('pnpm', ['drizzle-kit', 'push', '--config', 'drizzle.prod.config.ts'], { stdio: 'inherit' }) // expect: no-unlisted-mutation-scripts
  spinner.succeed()
} catch (error) {
  spinner.fail(String(error))
  process.exit(1)
}
