import type { MutationTable } from './mutation.ts'

/** The plan: its state, its boxes, its dates, commits, tags and pull requests. */
export const plan: MutationTable = {
  fixture: 'protocol/plan',
  title: 'Plan',
  document: 'docs/promote-what-was-verified.md',
  mutations: [
    { edit: 'a box of the acceptance criteria is opened', find: '- [x] A deploy that fails', replace: '- [ ] A deploy that fails', rule: 'consistent-status', names: 'writes nothing' },
    { edit: 'a box of the validation is opened', find: '- [x] One live run', replace: '- [ ] One live run', rule: 'consistent-status', names: 'One live run' },
    { edit: 'something blocks a plan that is done', find: 'Blocked by: None.', replace: 'Blocked by: the release window.', rule: 'consistent-status', names: 'release window' },
    { edit: 'a plan that is done has a next action', find: 'Next action: None for this plan.', replace: 'Next action: deploy it.', rule: 'consistent-status', names: 'deploy it' },
    { edit: 'a plan in progress has no next action', find: 'State: Done.', replace: 'State: In progress.', on: 'Next action: None', rule: 'consistent-status', names: 'In progress' },
    { edit: 'the verification is yet to come', find: 'Last verified: 2026-05-07', replace: 'Last verified: 2996-05-07', rule: 'no-expired-verification', names: '2996' },
    { edit: 'the verification is on no day of the calendar', find: 'Last verified: 2026-05-07', replace: 'Last verified: 2026-02-30', rule: 'no-expired-verification', names: 'calendar' },
    { edit: 'the release is said to be an older one', find: 'release v0.2.10 points', replace: 'release v0.2.9 points', rule: 'no-missing-commits', names: 'v0.2.9' },
    { edit: 'the release is one that was never made', find: 'release v0.2.10 points', replace: 'release v0.2.8 points', rule: 'no-missing-commits', names: 'v0.2.8' },
    { edit: 'a row has a version that prod does not run', find: '| prod | v0.2.10 |', replace: '| prod | v0.2.9 |', rule: 'no-missing-commits', names: 'v0.2.9' },
    { edit: 'the earlier release is another one', find: 'released as v0.2.9', replace: 'released as v0.2.10', rule: 'no-missing-commits', names: 'v0.2.10' },
    { edit: 'the pull request was not merged after all', file: 'doc-lockdown.lock.json', find: '"state": "merged",\n        "title": "Refuse', replace: '"state": "closed",\n        "title": "Refuse', on: 'State: Done.', rule: 'no-missing-pull-requests', names: '#419' },
    { edit: 'the number of the pull request is that of an issue', find: 'PR #419', replace: 'PR #418', rule: 'no-missing-pull-requests', names: '#418' },
    { edit: 'a function is renamed in the code', everywhere: true, find: 'recordDeploy', replace: 'noteDeploy', on: 'What `recordDeploy()`', rule: 'no-missing-symbols', names: 'recordDeploy' },
    { edit: 'a function is said to be in another file', find: '`assertCurrent()` in `src/promotion.ts`', replace: '`assertCurrent()` in `src/inventory.ts`', rule: 'no-missing-symbols', names: 'src/promotion.ts' },
    { edit: 'a test is deleted', file: 'tests/promotion.test.ts', movedTo: null, on: '`tests/promotion.test.ts`', rule: 'no-missing-paths', names: 'tests/promotion.test.ts' },
    { edit: 'a script is taken out of the manifest', file: 'package.json', find: '"test": "vitest run",\n    "promote": "tsx src/promotion.ts"', replace: '"test": "vitest run"', on: 'npm run promote', rule: 'no-missing-scripts', names: 'promote' },
    { edit: 'the workflow is moved', file: '.github/workflows/promote-prod.yml', movedTo: '.github/workflows/promote.yml', on: 'State: Done.', rule: 'no-missing-paths', names: 'promote-prod.yml', also: [['- The workflow', 'no-missing-paths']] },
  ],
}
