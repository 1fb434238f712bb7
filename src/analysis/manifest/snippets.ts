/** The commands in a package.json: scripts, and what tools for git hooks keep there. */
import { createRequire } from 'node:module'
import type { Node } from 'jsonc-parser'
import type { Snippet } from '../shell/snippet.ts'

/** A command of a manifest. */
export interface ManifestCommand extends Snippet {
  /** `scripts`, or the tool whose configuration it is of; of `prisma` it is the seed. */
  readonly kind: 'scripts' | 'prisma' | 'husky' | 'lint-staged' | 'simple-git-hooks' | 'gitHooks' | 'pre-commit'
  readonly name: string
}

const KINDS = ['scripts', 'prisma', 'husky', 'lint-staged', 'simple-git-hooks', 'gitHooks', 'pre-commit'] as const

/** Every command, in the order of the text. A manifest that is no JSON has none. */
export function commandsInManifest(text: string): readonly ManifestCommand[] {
  const { parseTree, findNodeAtLocation } = createRequire(import.meta.url)('jsonc-parser') as typeof import('jsonc-parser')
  let root: Node | undefined
  try {
    root = parseTree(text)
  } catch {
    // Nesting without end.
    return []
  }
  if (root?.type !== 'object') return []
  const top = root
  return KINDS.flatMap((kind) => {
    const node = findNodeAtLocation(top, kind === 'husky' ? ['husky', 'hooks'] : [kind])
    return node === undefined ? [] : commandsBelow(node, kind, text)
  }).sort((a, b) => a.toFile(0) - b.toFile(0))
}

function commandsBelow(node: Node, kind: ManifestCommand['kind'], source: string): readonly ManifestCommand[] {
  return (node.children ?? []).flatMap((property) => {
    const [key, value] = property.children ?? []
    const name = String(key?.value ?? '')
    const values = value?.type === 'array' ? value.children ?? [] : value === undefined ? [] : [value]
    // `"//"` is how people comment in JSON.
    return name.startsWith('//') || (kind === 'prisma' && name !== 'seed') ? [] : values.filter(one => one.type === 'string').map(one => ({ kind, name, ...snippetOf(one, `${kind === 'scripts' ? 'script' : kind} \`${name}\``, source) }))
  })
}

function snippetOf(node: Node, label: string, source: string): Snippet {
  const text = String(node.value)
  const raw = source.slice(node.offset + 1, node.offset + node.length - 1)
  if (!raw.includes('\\')) return { label, text, toFile: offset => node.offset + 1 + offset }
  const places: number[] = []
  for (let at = 0; at < raw.length; at++) {
    places.push(at)
    if (raw[at] === '\\') at += raw[at + 1] === 'u' ? 5 : 1
  }
  return { label, text, toFile: offset => node.offset + 1 + (places[offset] ?? raw.length) }
}
