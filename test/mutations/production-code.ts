import type { MutationTable } from './mutation.ts'
import { addressEdits } from './production-address.ts'
import { bypassEdits } from './production-bypass.ts'
import { deployEdits } from './production-deploy.ts'
import { fingerprintEdits } from './production-fingerprint.ts'
import { guardEdits } from './production-guard.ts'
import { innocentEdits } from './production-innocent.ts'
import { tableEdits, unlistedEdits } from './production-scripts.ts'

/** The guards, scripts, hooks and pipelines that the summary and the contract promise things of. */
export const productionCode: MutationTable = {
  fixture: 'protocol/production-safety',
  title: 'Production safety: code',
  document: 'PRODUCTION_SAFETY_SUMMARY.md',
  mutations: [...guardEdits, ...fingerprintEdits, ...bypassEdits, ...deployEdits, ...unlistedEdits, ...tableEdits, ...addressEdits],
  innocent: innocentEdits,
}
