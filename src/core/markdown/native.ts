/**
 * Reads the flat arena of satteri's native parser straight into lean nodes. Measured: building
 * mdast through satteri's public `markdownToMdast` costs twice as much cold, and remark 100 times.
 * The arena layout belongs to the exactly pinned version; a different header means "not available"
 * and the caller falls back to remark.
 */
import { isAscii as hasAsciiBytes } from 'node:buffer'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { createNode, type MutableMarkdownNode, type NodeType } from './node.ts'

/** The part of satteri's binding that is used here. */
interface Binding {
  createMdastHandle(source: string, options: number, trackPositions: boolean): unknown
  createMdxMdastHandle(source: string, options: number, trackPositions: boolean): unknown
  serializeHandle(handle: unknown): Uint8Array
  dropHandle(handle: unknown): void
}

const ARENA_MAGIC = 0x5241444d
const NODE_SIZE_KNOWN = 52
/** tables, footnotes, strikethrough, task lists, YAML and TOML front matter, GFM: satteri's own default. */
const OPTIONS = (1 << 1) | (1 << 2) | (1 << 3) | (1 << 4) | (1 << 7) | (1 << 8) | (1 << 11)

const TYPES: readonly NodeType[] = [
  'root', 'paragraph', 'heading', 'thematicBreak', 'blockquote', 'list', 'listItem', 'html', 'code', 'definition', 'text',
  'emphasis', 'strong', 'inlineCode', 'break', 'link', 'image', 'linkReference', 'imageReference', 'footnoteDefinition',
  'footnoteReference', 'table', 'tableRow', 'tableCell', 'delete', 'yaml', 'toml',
]
const MDX_TYPES: readonly NodeType[] = ['mdxJsxFlowElement', 'mdxJsxTextElement', 'mdxFlowExpression', 'mdxTextExpression', 'mdxjsEsm']

let binding: Binding | null | undefined

/** Loads the native build once; `null` where the platform has none. */
function loadBinding(): Binding | null {
  if (binding !== undefined) return binding
  try {
    binding = requireBinding()
    const probe = parseWith(binding, '# a\n', false)
    if (probe?.children[0]?.type !== 'heading') binding = null
  } catch {
    binding = null
  }
  return binding
}

/** The addon of a common platform straight from its package; else through satteri's own loader, which takes 15 ms longer. */
function requireBinding(): Binding {
  const loader = fileURLToPath(new URL('../index.js', import.meta.resolve('satteri')))
  const require = createRequire(loader)
  const platform = { linux: 'linux-x64-gnu', darwin: `darwin-${process.arch}`, win32: `win32-${process.arch}-msvc` }[process.platform as string]
  if (process.env['NAPI_RS_NATIVE_LIBRARY_PATH'] === undefined && platform !== undefined && (process.platform !== 'linux' || process.arch === 'x64')) {
    try {
      return require(`@bruits/satteri-${platform}`) as Binding
    } catch {
      // Another C library, or a build of its own: satteri's loader knows.
    }
  }
  return require(loader) as Binding
}

/** Whether there is a native build for this platform. */
export function hasNative(): boolean {
  return loadBinding() !== null
}

/**
 * Parses Markdown (or MDX) with the native parser.
 * @returns the root, or `undefined` when there is no native build, when the parser can't take the text, or (MDX only) when
 * the text is not MDX
 */
export function parseNative(text: string, mdx: boolean): MutableMarkdownNode | undefined {
  const loaded = loadBinding()
  if (loaded === null) return undefined
  try {
    return parseWith(loaded, text, mdx)
  } catch {
    return undefined
  }
}

function parseWith(native: Binding, text: string, mdx: boolean): MutableMarkdownNode | undefined {
  // Byte offsets equal UTF-16 offsets in ASCII, and then the parser need not build its line index.
  const ascii = isAscii(text)
  let buffer: Uint8Array
  const handle = mdx ? native.createMdxMdastHandle(text, OPTIONS, !ascii) : native.createMdastHandle(text, OPTIONS, !ascii)
  try {
    buffer = native.serializeHandle(handle)
  } finally {
    native.dropHandle(handle)
  }
  return readArena(buffer, ascii)
}

/** True when every character is below U+0080. */
function isAscii(text: string): boolean {
  return Buffer.byteLength(text, 'utf8') === text.length
}

function readArena(buffer: Uint8Array, ascii: boolean): MutableMarkdownNode | undefined {
  const view = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength)
  const size = view.getUint32(8, true)
  if (view.getUint32(0, true) !== ARENA_MAGIC || size < NODE_SIZE_KNOWN) return undefined
  const count = view.getUint32(12, true)
  const nodesAt = view.getUint32(16, true)
  const dataAt = view.getUint32(32, true)
  const poolLength = view.getUint32(36, true)
  const poolAt = view.getUint32(40, true)
  const bytes = Buffer.from(buffer.buffer, buffer.byteOffset + poolAt, poolLength)
  // An ASCII text can mean other characters: `&ouml;`.
  const poolIsAscii = ascii && hasAsciiBytes(bytes)
  const pool = poolIsAscii ? bytes.toString('latin1', 0, poolLength) : ''
  const stringAt = (at: number): string => {
    const offset = view.getUint32(at, true)
    const length = view.getUint32(at + 4, true)
    if (length === 0) return ''
    return poolIsAscii ? pool.substring(offset, offset + length) : bytes.toString('utf8', offset, offset + length)
  }
  const nodes = new Array<MutableMarkdownNode>(count)
  let positioned = 0
  for (let id = 0; id < count; id++) {
    const at = nodesAt + id * size
    const tag = view.getUint8(at + 4)
    const type = TYPES[tag] ?? MDX_TYPES[tag - 100] ?? 'unknown'
    let start = view.getUint32(at + 12, true)
    let end = view.getUint32(at + 16, true)
    const parent = id === 0 ? undefined : nodes[view.getUint32(at + 8, true)]
    if (ascii ? end === 0 && id > 0 : view.getUint32(at + 20, true) === 0) {
      // A node without a position (made by the parser) stands where its predecessor starts.
      start = positioned
      end = positioned
    }
    const node = createNode(type, start, end, parent)
    nodes[id] = node
    positioned = start
    const data = dataAt + view.getUint32(at + 44, true)
    const length = view.getUint32(at + 48, true)
    if (length > 0) readData(node, tag, view, data, stringAt)
  }
  return nodes[0]
}

/** Fields by node tag, as satteri 0.10.5's generated layout lays them out. */
function readData(node: MutableMarkdownNode, tag: number, view: DataView, data: number, stringAt: (at: number) => string): void {
  switch (tag) {
    case 10: case 13: case 7: case 25: case 26: case 102: case 103: case 104:
      node.value = stringAt(data)
      break
    case 2:
      node.depth = view.getUint8(data)
      break
    case 8:
      node.lang = stringAt(data)
      node.meta = stringAt(data + 8)
      node.value = stringAt(data + 16)
      break
    case 9:
      node.url = stringAt(data)
      node.identifier = stringAt(data + 16)
      break
    case 15:
      node.url = stringAt(data)
      break
    case 16:
      node.url = stringAt(data)
      node.value = stringAt(data + 8)
      break
    case 17: case 18: case 19: case 20:
      node.identifier = stringAt(data)
      if (tag === 18) node.value = stringAt(data + 20)
      break
    case 5:
      node.ordered = view.getUint8(data + 4) !== 0
      break
    case 6: {
      const checked = view.getUint8(data)
      node.checked = checked === 2 ? undefined : checked === 1
      break
    }
    case 100: case 101:
      node.identifier = stringAt(data)
      break
    default:
  }
}
