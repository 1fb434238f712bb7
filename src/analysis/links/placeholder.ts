/** Destinations that stand for something the reader or a program fills in. */

/** Template syntax, angle brackets, ellipses, wildcards, printf directives. */
const TEMPLATE = /[<>|*]|\{[{%]|\$\{|\$\(|%[sd](?:\W|$)|\.\.\.|…|^\$|\/\$[A-Z_]|:\w+\/:|\{[\w. -]*\}/
/** Stock words of documentation. */
const STOCK = /(?:^|\/)(?:path\/to|path_to|your[-_][\w-]+|my[-_]?(?:org|repo|user|username)|xxx+|foo\/bar|some\/path)(?:\/|$)|example\.(?:com|org)|^(?:url|link|href|uri|path|target|src|source|file|filename|image|img|here|todo|tbd|dest|destination|example|foo|bar|baz|null|undefined|none|string|value|page|text|title|\w+[-_](?:url|link|here))$/i

/** Whether a path is meant to be replaced, so that it claims nothing. Braces in route folders (`[id]`) are none. */
export function isPlaceholder(path: string): boolean {
  return path.length > 1000 || TEMPLATE.test(path) || STOCK.test(path)
}

/** The same for a fragment, where nearly every word may be a heading; `#badge` is what badges that lead nowhere have. */
export function isPlaceholderFragment(fragment: string): boolean {
  return fragment.length > 1000 || TEMPLATE.test(fragment) || /^(?:badge|todo|tbd|link|url|placeholder)$/i.test(fragment)
}
