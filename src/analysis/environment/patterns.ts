/** Whether a name is one of a list; `*` in an entry stands for any letters. */
export function matchesName(name: string, entries: readonly string[]): boolean {
  return entries.some((entry) => {
    if (!entry.includes('*')) return entry === name
    const parts = entry.split('*')
    const [first = ''] = parts
    const last = parts.at(-1) ?? ''
    if (name.length < first.length + last.length || !name.startsWith(first) || !name.endsWith(last)) return false
    let at = first.length
    for (const part of parts.slice(1, -1)) {
      const found = name.indexOf(part, at)
      if (found < 0 || found + part.length > name.length - last.length) return false
      at = found + part.length
    }
    return true
  })
}
