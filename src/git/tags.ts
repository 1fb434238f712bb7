/** The tags of a clone. */
import { git } from './run.ts'

/** Where a tag leads. */
export interface Tag {
  /** Full id of the commit, annotated tags peeled. */
  readonly commit: string
  readonly annotated: boolean
}

/**
 * Lists all tags in one process.
 * @returns by name without `refs/tags/`; a tag of something else than a commit is left out
 * @throws GitError when git can't
 */
export function listTags(directory: string): ReadonlyMap<string, Tag> {
  const tags = new Map<string, Tag>()
  const output = git(directory, ['for-each-ref', '--format=%(refname)%00%(objecttype)%00%(objectname)%00%(*objecttype)%00%(*objectname)', 'refs/tags']).toString('utf8')
  for (const line of output.split('\n')) {
    const [ref = '', type, id = '', peeledType, peeled = ''] = line.split('\0')
    const name = ref.slice('refs/tags/'.length)
    if (type === 'commit') tags.set(name, { commit: id, annotated: false })
    else if (peeledType === 'commit') tags.set(name, { commit: peeled, annotated: true })
  }
  return tags
}
