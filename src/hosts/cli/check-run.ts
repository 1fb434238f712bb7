import { checkDocuments } from '../../core/check.ts'
import type { Report } from '../../core/report.ts'
import { selectDocuments } from '../../documents/select.ts'
import { openSession } from '../session.ts'
import type { Arguments } from './arguments.ts'

/** Opens the checkout and checks what the arguments ask for. */
export async function runCheck({ paths, flags }: Arguments, keepReferences: boolean): Promise<Report> {
  const { repository, config } = await openSession({
    directory: flags.root ?? process.cwd(),
    content: flags.at !== undefined ? { commit: flags.at } : flags.staged === true ? 'index' : 'worktree',
    configFile: flags.config,
    strict: flags.strict,
    minConfidence: flags['min-confidence'] as 'medium' | undefined,
  })
  const { documents, setAside } = selectDocuments(repository, { paths, ignore: config.ignore, include: config.include })
  return checkDocuments(repository, documents, { ...config, setAside, keepReferences })
}
