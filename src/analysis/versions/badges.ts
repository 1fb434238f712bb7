/** Static badges: `![node](https://img.shields.io/badge/node-%3E%3D20-green)`. */
import type { Document } from '../../core/document.ts'
import type { Mention } from '../../core/reference.ts'
import { statementAt } from './statement.ts'
import type { VersionTarget } from './target.ts'
import { toolNamed, TOOLS } from './tools.ts'

const BADGE = /img\.shields\.io\/badge\/([^\s)"'?<>]{1,300})/g
const BY_LOWER_CASE = new Map(TOOLS.map(one => [one.label.toLowerCase(), one]))

/** Every badge whose label is a tool and whose message is a version. */
export function* badgeVersions(document: Document): Iterable<Mention<VersionTarget>> {
  for (const match of document.text.matchAll(BADGE)) {
    const [label = '', message = ''] = partsOf(match[1] ?? '')
    const name = label.trim()
    const joined = /^(.{2,20}?)\s{1,3}(v?\d.{0,20})$/.exec(name)
    const tool = toolNamed(name) ?? BY_LOWER_CASE.get(name.toLowerCase()) ?? (joined === null ? undefined : toolNamed(joined[1] ?? ''))
    const text = joined !== null && toolNamed(name) === undefined ? joined[2] ?? '' : message.replace(/^v(?:ersion)?\s/i, '')
    const found = tool === undefined ? undefined : statementAt(text.trim(), 0)
    if (tool === undefined || found === undefined || found.end < text.trim().length || !tool.plausible.test(found.version)) continue
    const { form, range, version } = found
    yield {
      start: match.index, end: match.index + match[0].length,
      target: { kind: 'version', tool: tool.id, form, range, version, stance: form === 'at' ? 'used' : 'required', subjects: [] },
    }
  }
}

/** Label and message of a badge's path: a dash parts them, a doubled one is a dash, an underscore a space. */
function partsOf(path: string): readonly string[] {
  let plain: string
  try {
    plain = decodeURIComponent(path)
  } catch {
    return []
  }
  return plain.replace(/--/g, '\u0000').split('-').map(part => part.replace(/\0/g, '-').replace(/__/g, '\u0000').replace(/_/g, ' ').replace(/\0/g, '_'))
}
