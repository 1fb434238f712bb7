/** Tasks of Rakefiles, as far as they are written down. */
import type { Repository } from '../../core/repository.ts'
import { folderOf } from '../files.ts'
import { textOf, type TaskFile } from './task-file.ts'

/** Names that rake looks for in a folder. */
export const RAKE_FILES: readonly string[] = ['Rakefile', 'rakefile', 'Rakefile.rb', 'rakefile.rb']

/** Reads a Rakefile with the `*.rake` files below its folder. Anything that can add tasks unseen makes it open. */
export function readRakefile(repository: Repository, path: string): TaskFile {
  const folder = folderOf(path)
  const prefix = folder === '' ? '' : `${folder}/`
  const names = new Set<string>(['default'])
  let open: string | undefined
  const parts = [path]
  for (const file of repository.source.files.keys()) if (file.endsWith('.rake') && file.startsWith(prefix)) parts.push(file)
  for (const part of parts) {
    const text = textOf(repository, part)
    if (text.length > 2_000_000) open ??= `${part} is too long to read`
    else open = readTasks(text, names) ? `${part} loads or makes further tasks` : open
  }
  return { runner: 'rake', path, folder, names, patterns: [], open }
}

/** Adds the tasks of a text; true when there can be more. Namespaces are told by indentation, as every formatter writes them. */
function readTasks(text: string, names: Set<string>): boolean {
  let open = false
  const spaces: { readonly indent: number; readonly name: string }[] = []
  for (const line of text.split('\n')) {
    if (line.length > 2000 || /^\s*(?:#|$)/.test(line)) continue
    const indent = line.length - line.trimStart().length
    while (spaces.length > 0 && (spaces.at(-1)?.indent ?? 0) >= indent) spaces.pop()
    const namespace = /^\s*namespace[ (]+:?["']?([\w-]+)/.exec(line)?.[1]
    if (namespace !== undefined) spaces.push({ indent, name: namespace })
    const task = /^\s*(?:multi)?task[ (]+\{?\s*(?::?["']([\w:.-]+)["']|:(\w+)|(\w+):)/.exec(line)
    const name = task?.[1] ?? task?.[2] ?? task?.[3]
    if (name !== undefined) names.add([...spaces.map(space => space.name), name].join(':'))
    else if (/^\s*(?:multi)?task\b/.test(line) || /\.new\b|load_tasks|install_tasks|\bimport\b|\bload\b|\binclude\b|\beach\b/.test(line)) open = true
    else if (/^\s*require\b/.test(line) && !/require\s+["'](?:rake|fileutils|json|yaml|erb|set|pathname|open3|time|date)["']/.test(line)) open = true
  }
  return open
}
