/** Paths in addresses, and text that everything can be written with. */

/**
 * A path from the root as a relative reference of RFC 3986: a blank, `%`, `#`, `?`, `\` or `:` in a name is a part of it and
 * nothing else.
 */
export function encodePath(path: string): string {
  return wellFormed(path).split('/').map(encodeURIComponent).join('/')
}

/** The same text with U+FFFD for halves of surrogate pairs, which no UTF-8 and no URI can hold. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd')
}
