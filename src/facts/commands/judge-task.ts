/** Whether a task that a document calls is declared. */
import { audienceOf } from '../../analysis/audience.ts'
import type { Repository } from '../../core/repository.ts'
import { holds, unknown, type Confidence, type Verdict } from '../../core/verdict.ts'
import { filesFact, folderOf } from '../files.ts'
import { packagesFact } from '../packages.ts'
import { declares, tasksFact, type Runner, type TaskFile } from '../tasks.ts'
import type { SaidAround } from './judge-script.ts'
import { nearNames } from './near-name.ts'
import { foldersAbove, isThisRepository, standingOf, type SaidPlace } from './standing.ts'

/** A task call as a document makes it; plain data. */
export interface SaidTask {
  readonly runner: Runner
  readonly task: string
  readonly explicit: boolean
  readonly place: SaidPlace
  /** The document configures the build with something else (`cmake`, `./configure`), which writes the Makefile. */
  readonly generated: boolean
}

/** Files from which another program writes the Makefile. */
const MAKE_SOURCES = ['CMakeLists.txt', 'configure', 'configure.ac', 'configure.in', 'Makefile.am', 'Makefile.in', 'Makefile.PL', 'meson.build']
/** Targets that make's users expect of any third-party source tree. */
const ANY_PROJECT = new Set(['install', 'all', 'check', 'uninstall', 'distclean', 'menuconfig', 'defconfig', 'html'])

/** Judges a task call; `undefined` when the word is likelier a program or a plugin, of which nothing is claimed. */
export function judgeTask(
  repository: Repository, documentPath: string, said: SaidTask, around: SaidAround, range: readonly [number, number],
): Verdict | undefined {
  const tasks = repository.get(tasksFact)
  const all = tasks.filesOf(said.runner)
  if (all.length === 0) return unknown(`the repository has no file with tasks for ${said.runner}`)
  const name = said.runner === 'make' ? said.task.replace(/^\.\//, '') : said.task
  const standing = standingOf(repository, documentPath, said.place)
  const declaring = all.find(file => declares(file, name))
  if (standing.kind === 'outside') return declaring === undefined ? unknown(standing.reason) : holds(`a task of ${declaring.path}`)
  const chain: TaskFile[] = []
  for (const folder of standing.folders) {
    const file = tasks.inFolder(said.runner, folder)
    if (file !== undefined && !chain.includes(file)) chain.push(file)
  }
  const found = chain.find(file => declares(file, name)) ?? declaring
  if (found !== undefined) return holds(`a task of ${found.path}`)
  if (said.runner === 'turbo' || said.runner === 'deno') {
    const [having] = repository.get(packagesFact).withScript(name)
    if (having !== undefined) return holds(`a script of ${having.path}`)
  }
  const near = nearNames(name, chain.flatMap(one => [...one.names]))
  const confidence = confidenceOf(said, near.close.length > 0)
  if (confidence === undefined) return undefined
  const excuse = excuseFor(repository, documentPath, said, name, around, chain, standing.folders)
  if (excuse !== undefined) return unknown(excuse)
  const [file] = chain
  if (file === undefined) return unknown(`no file with tasks for ${said.runner} lies at or above the document`)
  const [only, second] = near.close
  return {
    status: 'broken', confidence, messageId: 'task', data: { file: file.path, task: said.task },
    ...(near.best === undefined ? {} : { evidence: `nearest: \`${near.best}\`` }),
    ...(only !== undefined && second === undefined
      ? { fix: { safety: 'suggestion' as const, range, text: only, title: `Replace by \`${only}\`` } } : {}),
  }
}

function excuseFor(
  repository: Repository, documentPath: string, said: SaidTask, name: string,
  around: SaidAround, chain: readonly TaskFile[], folders: readonly string[],
): string | undefined {
  const open = chain.find(file => file.open !== undefined)?.open
  if (open !== undefined) return open
  if (around.gone) return 'the text says that it is gone'
  if (around.definedHere) return 'the document shows how to define it'
  if (around.ownProject === 'section') return "the commands before it make a project of the reader's own"
  const clone = around.clones.find(one => (one.here || ANY_PROJECT.has(name)) && !isThisRepository(repository, one.url))
  if (clone !== undefined) return `the document clones or works in ${clone.url}: its tasks can be meant`
  if (said.runner !== 'make') {
    const own = chain.some(file => file.folder === folderOf(documentPath))
    return !own && said.runner !== 'just' && audienceOf(documentPath) === 'user' ? "a tutorial or manual: the reader's own project can be meant" : undefined
  }
  const files = repository.get(filesFact)
  if (said.generated) return 'the document makes its Makefile with another program'
  if (ANY_PROJECT.has(name) && folders.some(folder => MAKE_SOURCES.some(source => files.has(folder === '' ? source : `${folder}/${source}`)))) {
    return 'another program writes the Makefile'
  }
  const places = new Set([...folders, ...chain.map(file => file.folder)].flatMap(foldersAbove))
  for (const folder of places) {
    const path = folder === '' ? name : `${folder}/${name}`
    if (files.has(path) || files.hasFolder(path)) return 'a file or folder of that name exists: make has nothing to do'
    if (['.c', '.cpp', '.cc', '.go', '.sh', '.tex', '.s', '.f', '.p'].some(ending => files.has(path + ending))) return 'make has a built-in rule for it'
  }
  return /\.\w+$|\//.test(name) ? 'a file that a rule can make' : undefined
}

/** `undefined`: too weak to say anything. */
function confidenceOf(said: SaidTask, near: boolean): Confidence | undefined {
  // A task of the tool's own configuration, of a plugin or of a package that is not looked at.
  if (said.runner === 'turbo') return 'low'
  if (said.explicit) return 'high'
  if (near || said.task.includes(':')) return 'medium'
  if (said.runner === 'cargo' && said.task === 'xtask') return 'medium'
  return undefined
}
