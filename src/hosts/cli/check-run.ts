import { checkDocuments } from '../../core/check.ts'
import type { Report } from '../../core/report.ts'
import { createRepository } from '../../core/repository.ts'
import type { RuleSetting } from '../../core/extraction.ts'
import { UserError } from '../../core/user-error.ts'
import { selectDocuments } from '../../documents/select.ts'
import { findCheckout } from '../../git/checkout.ts'
import { openCommit, openIndex } from '../../git/stored.ts'
import { openWorktree } from '../../git/worktree.ts'
import { docRules } from '../../../rules/index.ts'
import type { Arguments } from './arguments.ts'

/** Opens the checkout and checks what the arguments ask for. */
export function runCheck({ paths, flags }: Arguments, keepReferences: boolean): Report {
  const start = flags.root ?? process.cwd()
  const checkout = findCheckout(start)
  if (checkout === undefined) throw new UserError(`${start} is not inside a git repository. Run doc-lockdown in a checkout, or name one with --root.`)
  const source = flags.at !== undefined ? openCommit(checkout, flags.at) : flags.staged === true ? openIndex(checkout) : openWorktree(checkout)
  const repository = createRepository({ root: checkout.root, source })
  const { documents, setAside } = selectDocuments(repository, { paths, ignore: [], include: [] })
  const rules: RuleSetting[] = docRules.map(rule => ({ rule, severity: 'error', options: rule.meta.defaultOptions }))
  return checkDocuments(repository, documents, {
    rules, isStrict: () => flags.strict === true, minConfidence: (flags['min-confidence'] ?? 'medium') as 'medium', setAside, keepReferences,
  })
}
