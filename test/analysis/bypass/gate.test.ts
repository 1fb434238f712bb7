import { expect, test } from 'vitest'
import { gateOf } from '../../../src/analysis/bypass/gate.ts'
import { isBypassName, isGuardBypass, isPermissiveName } from '../../../src/analysis/bypass/names.ts'
import { readScript } from '../../../src/analysis/shell/script.ts'

function gate(line: string): string | undefined {
  const [command] = readScript(line).commands
  return command === undefined ? undefined : gateOf(command)
}

test.each(['eslint .', 'npx tsc --noEmit', 'npm test', 'npm run lint', 'pnpm --filter web typecheck', 'yarn verify', 'npm audit --omit=dev', 'node scripts/check-env.mjs', './scripts/verify.sh', 'prettier --check .', 'npx prisma migrate deploy', 'cargo clippy', 'pnpm exec playwright test'])('%s is a gate', (line) => {
  expect(gate(line)).toBeDefined()
})

test.each(['npm ci', 'npm run lint:fix', 'eslint --fix .', 'prettier --write .', 'rm -rf test', 'docker rm test', 'grep test src', 'npm run test:watch', 'npm run test:report', 'npx prisma generate', 'npm run build', 'jest --version', 'npx eslint -f sarif .', 'cp test/a b', 'echo test', 'git checkout main'])('%s is none', (line) => {
  expect(gate(line)).toBeUndefined()
})

test('names of ways around', () => {
  const names = ['SKIP_CHECKS', 'APP_SKIP_GUARD', 'force', 'skipValidation', 'no-verify', 'SEED_IN_PROD', 'ALLOWED_ORIGINS', 'NO_COLOR', 'FORCE_COLOR', 'skipDuplicates', 'noise', 'ignored', 'forced', 'allowance', 'nothing']

  expect(names.filter(isBypassName)).toEqual(['SKIP_CHECKS', 'APP_SKIP_GUARD', 'force', 'skipValidation', 'no-verify', 'SEED_IN_PROD'])
  expect(['FORCE', 'ALLOW_PROD', 'SKIP_CHECKS', 'no-verify'].map(isPermissiveName)).toEqual([true, true, false, false])
  expect(['SKIP_CI_CHECK', '--no-verify', 'BYPASS_X', 'PYTHON_BYPASS', 'SKIP_ENV_VALIDATION', 'SKIP_BUILD'].map(isGuardBypass)).toEqual([true, true, true, false, false, false])
})
