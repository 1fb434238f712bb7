/** Titles as people repeat them: another letter case, without articles, shorter. */

const DROPPED = new Set(['the', 'a', 'an', 'and', 'of', 'to', 'for', 'in', 'on', 'is', 'are', 'be', 'all', 'with', 'by', 'or', 'its', 'must', 'no'])

/** The words that carry a title: lower case, without mark-up, emoji, articles and endings. */
export function titleWords(title: string): readonly string[] {
  return (title.replace(/\]\([^)]*\)|<!--[^>]*-->/g, ' ').slice(0, 300).toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter(word => !DROPPED.has(word) || word === 'no')
    .map(word => word.replace(/(?:ies|y)$/, 'i').replace(/(?:ing|ed|es|s|e)$/, ''))
}

/** Whether two titles may name the same thing: all words of the shorter stand in the longer. */
export function sameTitle(one: string, other: string): boolean {
  const [a, b] = [titleWords(one), titleWords(other)]
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return short.length > 0 && short.every(word => long.includes(word))
}
