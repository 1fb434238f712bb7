/** The part of a run that is about code: which files, by which rules. */
import picomatch from 'picomatch'
import type { ResolvedConfig } from '../config/resolve.ts'
import { checkCode, type CodeReport } from '../core/check-code.ts'
import type { Repository } from '../core/repository.ts'
import { languageOf } from '../core/source-file.ts'
import { pathMatcher } from '../documents/select.ts'
import { productionScriptsFact } from '../facts/code/production-scripts.ts'

/** What came of it, and whether anything was looked for at all. */
const NOTHING: CodeReport = { files: [], findings: [], suppressed: [], hidden: [], notices: [] }

export interface CodeSelection {
  /** Files, folders or globs from the root; empty means all. */
  readonly paths: readonly string[]
  /** What has changed, where a run is about a change; `undefined` judges everything. */
  readonly changed?: ReadonlySet<string> | undefined
}

/**
 * Judges the code of a repository. Rules that the user has not named keep silent as long as neither a contract nor the settings
 * promise anything: without a promise there is nothing to break.
 */
export function judgeCode(repository: Repository, config: ResolvedConfig, { paths, changed }: CodeSelection): CodeReport {
  if (config.codeRules.length === 0) return NOTHING
  const rules = config.codeRules.some(setting => !setting.chosen) && !repository.get(productionScriptsFact).promised
    ? config.codeRules.filter(setting => setting.chosen)
    : config.codeRules
  if (rules.length === 0 || (changed !== undefined && !canBreakCode(repository, changed))) return NOTHING
  const ignored = config.ignore.length > 0 ? picomatch([...config.ignore], { dot: true }) : () => false
  const asked = pathMatcher(paths)
  const selected: string[] = []
  for (const path of repository.source.files.keys()) {
    if (languageOf(path) === undefined || ignored(path) || !asked(path)) continue
    if (changed === undefined || changed.has(path) || repository.get(productionScriptsFact).isScript(path)) selected.push(path)
  }
  return checkCode(repository, selected.sort(), rules, { ...config, isPromised: path => repository.get(productionScriptsFact).isPromised(path) })
}

/** Prose breaks no promise of code; the contract does. */
function canBreakCode(repository: Repository, changed: ReadonlySet<string>): boolean {
  const { contract } = repository.get(productionScriptsFact)
  for (const path of changed) if (path === contract?.path || !/\.mdx?$/i.test(path)) return true
  return false
}
