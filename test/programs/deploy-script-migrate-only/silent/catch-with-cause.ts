// settings: {"deployScripts": ["scripts/*"]}
import { execSync } from 'node:child_process'

try {
  execSync('yarn prisma migrate deploy', { stdio: 'inherit', env: { ...process.env, PRISMA_HIDE_UPDATE_MESSAGE: '1' } })
} catch (cause) {
  throw new Error('The migration failed; the release stops here.', { cause })
} finally {
  console.log('finished after', process.uptime())
}
