/** What `.gitattributes` says of files. */
import { git, GitError } from './run.ts'

/**
 * The files for which an attribute is set, among those given.
 * @param files from the root
 */
export function filesWithAttribute(root: string, attribute: string, files: readonly string[]): ReadonlySet<string> {
  if (files.length === 0) return new Set()
  let answer: readonly string[]
  try {
    answer = git(root, ['check-attr', '-z', '--stdin', attribute], `${files.join('\0')}\0`).toString('utf8').split('\0')
  } catch (error) {
    if (error instanceof GitError) return new Set()
    throw error
  }
  const found = new Set<string>()
  // Path, attribute, value.
  for (let at = 0; at + 2 < answer.length; at += 3) if (answer[at + 2] === 'set' || answer[at + 2] === 'true') found.add(answer[at] ?? '')
  return found
}
