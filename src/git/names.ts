/** Paths as git stores them are bytes; here they are text. */

/** Names that are not UTF-8, by the text that stands for them. */
const rawNames = new Map<string, Buffer>()

/**
 * A path as text. Bytes that are not UTF-8 are shown as git shows them (`\351`), and `rawName` gives the bytes back.
 * @param from first byte
 * @param to behind the last byte
 */
export function readName(bytes: Buffer, from: number, to: number): string {
  const name = bytes.toString('utf8', from, to)
  if (!name.includes('\ufffd')) return name
  const raw = Buffer.from(bytes.subarray(from, to))
  if (Buffer.from(name).equals(raw)) return name
  const escaped = Array.from(raw, byte => (byte < 128 ? String.fromCharCode(byte) : `\\${byte.toString(8)}`)).join('')
  rawNames.set(escaped, raw)
  return escaped
}

/** The bytes of a path that `readName` had to escape; `undefined` for all others. */
export function rawName(name: string): Buffer | undefined {
  return rawNames.size === 0 ? undefined : rawNames.get(name)
}
