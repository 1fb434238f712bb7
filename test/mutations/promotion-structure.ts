import type { MutationTable } from './mutation.ts'

/** The promotion protocol: numbers, totals, gates, phrases and sections. */
export const promotionStructure: MutationTable = {
  fixture: 'protocol/promotion',
  title: 'Promotion protocol: structure',
  document: 'docs/ops/promotion.md',
  mutations: [
    { edit: 'the heading of gate 3 becomes gate 8', find: '### Gate 3:', replace: '### Gate 8:', rule: 'consistent-numbering', names: 'Gate 8' },
    { edit: 'the heading of gate 5 becomes a second gate 4', find: '### Gate 5:', replace: '### Gate 4:', on: '### Gate 4: Replay', rule: 'consistent-numbering', names: 'Gate 4' },
    { edit: 'the last gate becomes gate 9', find: '### Gate 7:', replace: '### Gate 9:', rule: 'consistent-numbering', names: '7 to 8' },
    { edit: 'the first gate becomes gate 2', find: '### Gate 1:', replace: '### Gate 2:', on: '### Gate 2: Environment', rule: 'consistent-numbering', names: 'where 1 belongs', also: [['### Gate 2: Runtime', 'consistent-gates']] },
    { edit: 'phase 2 becomes a second phase 1', find: '### Phase 2:', replace: '### Phase 1:', on: '### Phase 1: Web', rule: 'consistent-numbering', names: 'Phase 1' },
    { edit: 'phase 4 becomes phase 5', find: '### Phase 4:', replace: '### Phase 5:', rule: 'consistent-numbering', names: 'leaves out 4' },
    { edit: 'phase 3 is dropped', find: '### Phase 3: API\n\nBehind a flag that is off.\n\n', replace: '', on: '### Phase 4:', rule: 'consistent-numbering', names: 'leaves out 3', also: [['run in four phases', 'consistent-counts']] },
    { edit: 'step 2 of the rollback becomes a second step 3', find: '2. Move traffic back.', replace: '3. Move traffic back.', rule: 'consistent-numbering', names: 'where 2 belongs' },
    { edit: 'step 3 of the rollback becomes step 5', find: '3. Restore the copy:', replace: '5. Restore the copy:', rule: 'consistent-numbering', names: 'where 3 belongs' },
    { edit: 'the last step of the rollback becomes step 6', find: '4. Write down what happened.', replace: '6. Write down what happened.', rule: 'consistent-numbering', names: '4 to 5' },
    { edit: 'step 2 of the rollback is dropped', find: '2. Move traffic back.\n', replace: '', on: '3. Restore', rule: 'consistent-numbering', names: 'leaves out 2' },
    { edit: 'the second step of phase 4 becomes step 3', find: '2. Run the migration:', replace: '3. Run the migration:', rule: 'consistent-numbering', names: 'leaves out 2' },
    { edit: 'row 4 of the table becomes a second row 5', find: '| 4 | Trust', replace: '| 5 | Trust', rule: 'consistent-numbering', names: 'where 4 belongs', also: [['| 5 | Trust', 'consistent-gates'], ['### Gate 4:', 'consistent-gates']] },
    { edit: 'the last row of the table becomes row 9', find: '| 7 | Reviewer', replace: '| 9 | Reviewer', rule: 'consistent-numbering', names: '7 to 8' },
    { edit: 'row 2 of the table is dropped', find: '| 2 | Runtime channel matches the target | `channel` | the health route names the channel that we deploy to |\n', replace: '', on: '### Gate 2:', rule: 'consistent-gates', names: 'missing in the table', also: [['| 3 | Sign-in', 'consistent-numbering']] },

    { edit: 'the 7-gate flow becomes a 6-gate flow', find: '7-gate flow', replace: '6-gate flow', rule: 'consistent-counts', names: 'lists 7' },
    { edit: 'four phases become five', find: 'in four phases', replace: 'in five phases', rule: 'consistent-counts', names: 'lists 4' },
    { edit: 'all seven gates become all eight', find: 'All seven gates', replace: 'All eight gates', rule: 'consistent-counts', names: 'lists 7' },
    { edit: 'a title says six gates', find: '## The seven gates', replace: '## The six gates', rule: 'consistent-counts', names: 'lists 7' },
    { edit: 'ten variables become eleven', find: 'The ten variables', replace: 'The eleven variables', rule: 'consistent-counts', names: 'lists 10' },
    { edit: 'ten variables become 9', find: 'The ten variables', replace: 'The 9 variables', rule: 'consistent-counts', names: 'lists 10' },
    { edit: 'two steps become three', find: 'these two steps', replace: 'these three steps', rule: 'consistent-counts', names: 'lists 2' },
    { edit: 'three scripts become four', find: 'following 3 scripts', replace: 'following 4 scripts', rule: 'consistent-counts', names: 'lists 3' },
    { edit: 'a script of three is dropped', find: '- `npm run keys` – a new signing key, `scripts/generate-keypair.mjs`\n', replace: '', on: 'following 3 scripts', rule: 'consistent-counts', names: 'lists 2' },
    { edit: 'a fourth script is added', find: '- `npm run keys` –', replace: '- `npm install` – what they need\n- `npm run keys` –', on: 'following 3 scripts', rule: 'consistent-counts', names: 'lists 4' },
    { edit: 'a fifth phase is added', find: '## Commands', replace: '### Phase 5: Announcement\n\nTell everybody.\n\n## Commands', on: 'run in four phases', rule: 'consistent-counts', names: 'lists 5' },

    { edit: 'a title of the table names another gate', find: '| Sign-in operational |', replace: '| Checkout operational |', on: '| 3 | Checkout', rule: 'consistent-gates', names: 'Checkout operational' },
    { edit: 'a heading is retitled', find: '### Gate 5: Replay attribution wired', replace: '### Gate 5: Requests traced', on: '| 5 | Replay', rule: 'consistent-gates', names: 'Requests traced' },
    { edit: 'another heading is retitled', find: '### Gate 7: Reviewer verdict is safe', replace: '### Gate 7: Merge at will', on: '| 7 | Reviewer', rule: 'consistent-gates', names: 'Merge at will' },
    { edit: 'gate 7 loses its section', find: '### Gate 7: Reviewer verdict is safe\n\n', replace: '', on: '| 7 | Reviewer', rule: 'consistent-gates', names: 'Gate 7', also: [['declared as `GATES`', 'consistent-gates'], ['a 7-gate flow', 'consistent-counts'], ['## The seven gates', 'consistent-counts']] },
    { edit: 'a job is misspelt', find: '| `trust` |', replace: '| `trusts` |', on: '| 4 | Trust', rule: 'consistent-gates', names: 'nearest: `trust`' },
    { edit: 'a job gets the name of none', find: '| `sign-in` |', replace: '| `login` |', on: '| 3 | Sign-in', rule: 'consistent-gates', names: '`login`' },
    { edit: 'a job is renamed in the workflow', file: '.github/workflows/promotion.yml', find: '  audit:\n', replace: '  durability:\n', on: '| 6 | Audit', rule: 'consistent-gates', names: '`audit`' },
    { edit: 'a job is deleted from the workflow', file: '.github/workflows/promotion.yml', find: '  replay:\n    needs: trust\n    runs-on: ubuntu-latest\n    steps: [{ run: "true" }]\n', replace: '', on: '| 5 | Replay', rule: 'consistent-gates', names: '`replay`' },

    { edit: 'a banned phrase is used', find: 'Nothing that runs.', replace: 'Nothing that runs; fully automated.', rule: 'no-banned-phrases', names: 'a person decides' },
    { edit: 'another banned phrase is used', find: 'Pages and routes.', replace: 'Pages and routes, for instant credentialing.', rule: 'no-banned-phrases', names: 'nothing here is instant' },
    { edit: 'a banned phrase is used in capitals', find: 'Behind a flag that is off.', replace: 'Behind a flag that is off. Compliance Certified.', rule: 'no-banned-phrases', names: 'we are not' },
    { edit: 'a banned phrase is used in a list', find: '2. Move traffic back.', replace: '2. Move traffic back: a risk transfer.', rule: 'no-banned-phrases', names: 'the risk stays with us' },

    { edit: 'the section about going back is renamed', find: '## Rollback', replace: '## Way out', on: '- Rollback', rule: 'required-sections', names: 'Rollback' },
    { edit: 'the merge order loses its heading', find: '## Merge order', replace: '## Sequence', on: '- Merge order', rule: 'required-sections', names: 'Merge order' },
  ],
}
