/** The key under which a document's YAML front matter speaks to doc-lockdown. */
const KEY = 'doc-lockdown:'

/** Longer front matter is somebody's data, not a declaration. In UTF-16 units. */
const LONGEST_FRONT_MATTER = 65_536

/**
 * Whether a document declares itself a protocol: `doc-lockdown: strict`, `doc-lockdown: { strict: true }` or the same in
 * block form. Read line by line, because a YAML parser costs more than everything else that such a document needs.
 * @param text without a byte order mark
 */
export function declaresStrict(text: string): boolean {
  if (!text.startsWith('---') || !text.slice(0, LONGEST_FRONT_MATTER).includes(KEY)) return false
  const [fence = '', ...lines] = text.slice(0, LONGEST_FRONT_MATTER).split(/\r?\n/)
  if (fence.trimEnd() !== '---') return false
  const end = lines.findIndex(line => /^(?:---|\.\.\.)\s*$/.test(line))
  const start = lines.findIndex(line => line.startsWith(KEY))
  if (start < 0 || start > end) return false
  const value = withoutComment((lines[start] ?? '').slice(KEY.length))
  if (value.startsWith('{')) return value.slice(1, -1).split(',').some(isStrictEntry)
  if (value !== '') return /^(["']?)strict\1$/.test(value)
  for (const line of lines.slice(start + 1, end)) {
    if (!/^\s/.test(line) && line.trim() !== '') return false
    if (isStrictEntry(line)) return true
  }
  return false
}

function isStrictEntry(entry: string): boolean {
  return /^strict:\s*true$/.test(withoutComment(entry))
}

/** A YAML comment starts with `#` behind a space. */
function withoutComment(value: string): string {
  const at = ` ${value}`.search(/\s#/)
  return (at < 0 ? value : value.slice(0, at)).trim()
}
