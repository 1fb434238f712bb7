import { describe, expect, it } from 'vitest'
import { audienceOf, EVERYBODYS_FILE, EVERYBODYS_PATH, LOCK_FILE, planOf, SETTINGS_ENDING } from '../../src/analysis/audience.ts'

describe('audienceOf', () => {
  it.each([
    ['CONTRIBUTING.md', 'contributor'], ['AGENTS.md', 'contributor'], ['packages/a/CLAUDE.md', 'contributor'], ['docs/architecture.md', 'contributor'], ['docs/DEVELOPMENT.md', 'contributor'],
    ['docs/runbook-deploy.md', 'contributor'], ['docs/deployment.md', 'contributor'], ['.github/PULL_REQUEST_TEMPLATE.md', 'contributor'], ['docs/contributing/setup.md', 'contributor'], ['ops/README.md', 'contributor'],
    ['scripts/README.md', 'contributor'], ['docs/adr/0001.md', 'contributor'], ['docs/internals/a.md', 'contributor'], ['test/README.md', 'contributor'], ['docs/releasing.md', 'contributor'],
    ['templates/app/README.md', 'user'], ['packages/create-app/README.md', 'user'], ['react-template/README.md', 'user'], ['templates/app/AGENTS.md', 'user'], ['docs/guide/start.md', 'user'],
    ['examples/a/README.md', 'user'], ['docs/tutorial/one.md', 'user'], ['website/docs/a.md', 'user'], ['docs/getting-started/a.md', 'user'], ['playground/README.md', 'user'],
    ['README.md', 'unclear'], ['docs/a.md', 'unclear'], ['packages/a/README.md', 'unclear'], ['docs/api/a.md', 'unclear'], ['docs/contribution.md'.replace('contribution', 'config'), 'unclear'],
  ] as const)('%s: %s', (path, audience) => {
    expect(audienceOf(path)).toBe(audience)
  })
})

describe('planOf', () => {
  it.each([
    ['docs/plan.md', 'plan'], ['docs/migration-plan.md', 'plan'], ['ROADMAP.md', 'plan'], ['docs/prd/a.md', 'plan'], ['docs/rfcs/0001.md', 'plan'], ['TODO.md', 'plan'], ['docs/plans/a.md', 'plan'], ['proposals/a.md', 'plan'],
    ['docs/security-audit.md', 'record'], ['docs/reports/a.md', 'record'], ['docs/post-mortem.md', 'record'], ['docs/session-3.md', 'record'], ['docs/retro.md', 'record'], ['incidents/a.md', 'record'], ['docs/upgrade.md'.replace('upgrade', 'upgrades'), 'record'],
    ['docs/migrations.md', 'record'], ['docs/handoff.md', 'record'], ['docs/research/a.md', 'record'],
    ['README.md', undefined], ['docs/planet.md', undefined], ['docs/runbook.md', undefined], ['docs/incident-runbook.md', undefined], ['docs/migration-guide.md', undefined], ['docs/reporting.md', undefined],
    ['docs/explanation.md', undefined], ['docs/reporter.md', undefined], ['docs/previews.md', undefined], ['packages/planner/README.md', undefined],
  ] as const)('%s: %s', (path, kind) => {
    expect(planOf(path)).toBe(kind)
  })
})

describe('names that nearly every project has', () => {
  it.each(['package.json', 'yarn.lock', '.env', '.env.local', 'tsconfig.json', 'tsconfig.build.json', 'vite.config.ts', '.eslintrc.js', 'eslint.config.mjs', 'Dockerfile', 'docker-compose.prod.yml', 'README.md', 'index.html', 'main.ts', 'app.js', 'pyproject.toml', 'Cargo.toml', 'go.mod', '.prettierrc', '.gitignore', 'src.ts'.replace('src', 'server')])('%s', (name) => {
    expect(EVERYBODYS_FILE.test(name)).toBe(true)
  })

  it.each(['resolve.ts', 'promote.sh', 'src/main.ts', 'deploy-stage.yml', 'my-main.ts', 'main.tsx.md', 'typedoc.json', 'docker.sh', 'packages.json', 'README.txt.old'])('not %s', (name) => {
    expect(EVERYBODYS_FILE.test(name)).toBe(false)
  })

  it('know the workflows, lock files and settings that change hands', () => {
    expect(['.github/workflows/ci.yml', '.github/workflows/release.yaml'].map(path => EVERYBODYS_PATH.test(path))).toEqual([true, true])
    expect(['.github/workflows/deploy-stage.yml', 'workflows/ci.yml'].map(path => EVERYBODYS_PATH.test(path))).toEqual([false, false])
    expect(['yarn.lock', 'uv.lock', 'go.sum'].map(name => LOCK_FILE.test(name))).toEqual([true, true, true])
    expect(['my.lock', 'lock.json'].map(name => LOCK_FILE.test(name))).toEqual([false, false])
    expect(['a.yml', 'a.json5', 'a.md', 'a.env'].map(name => SETTINGS_ENDING.test(name))).toEqual([true, true, true, true])
    expect(['a.ts', 'a.sh', 'yml'].map(name => SETTINGS_ENDING.test(name))).toEqual([false, false, false])
  })
})
