/** Operations that contracts forbid, in the words that people use. */

export type Operation =
  | 'delete' | 'truncate' | 'drop' | 'alter' | 'raw-sql' | 'bulk' | 'transform' | 'insert' | 'update' | 'upsert' | 'seed' | 'reset'
  | 'outside-ci' | 'without-fingerprint' | 'unlisted-script' | 'unlisted-table' | 'bypass' | 'migrate' | 'grant' | 'restore' | 'local'

/** First match wins: the condition ("without CI") says more than the word it goes with. */
const WORDS: readonly (readonly [RegExp, Operation])[] = [
  [/\bwithout\b.{0,40}\bfingerprint/i, 'without-fingerprint'],
  [/\bwithout\b.{0,40}\bCI\b|\boutside (?:of )?(?:the )?CI\b/, 'outside-ci'],
  [/\blocal(?:ly)?\b|\bdeveloper machines?\b|\blaptops?\b/i, 'local'],
  [/\bbypass|\bskip\w*\b|\boverrides?\b|\bescape hatch|--(?:force|accept-data-loss|skip)\b/i, 'bypass'],
  [/\b(?:direct|raw|ad[- ]?hoc|manual|arbitrary)\b.{0,20}\bSQL\b|\$(?:execute|query)Raw/i, 'raw-sql'],
  [/\bTRUNCAT/i, 'truncate'],
  [/\bDELET(?:E|ES|ING|ION|IONS)\b|\bdeleteMany\b/i, 'delete'],
  [/\bDROP(?:S|PING)?\b/i, 'drop'],
  [/\bALTER(?:S|ING)?\b|\bschema changes?\b|\bDDL\b/i, 'alter'],
  [/\bmigrate reset\b|\bdb push\b|\bmigrate dev\b|\breset(?:s|ting)?\b/i, 'reset'],
  [/\bbulk\b|\bmass\b|\bimports?\b/i, 'bulk'],
  [/\btransform\w*|\bbackfills?\b/i, 'transform'],
  [/\bseed(?:s|ing)?\b/i, 'seed'],
  [/\bupserts?\b/i, 'upsert'],
  [/\binserts?\b|\bcreat(?:e|es|ing|ion)\b/i, 'insert'],
  [/\bupdat(?:e|es|ing)\b|\bmodif(?:y|ies|ying|ication)\b/i, 'update'],
  [/\bgrants?\b|\brevok/i, 'grant'],
  [/\brestor(?:e|es|ing)\b/i, 'restore'],
  [/\bmigrat/i, 'migrate'],
  [/\b(?:other|unlisted|unapproved|new)\b.{0,20}\bscripts?\b/i, 'unlisted-script'],
  [/\b(?:other|unlisted|unapproved|any)\b.{0,20}\btables?\b/i, 'unlisted-table'],
]

/** Statements that one entry may name several of: "DELETE, TRUNCATE and DROP". */
const STATEMENTS: readonly (readonly [RegExp, Operation])[] = [
  [/\bTRUNCAT(?:E|ES|ING|ION|IONS)\b/i, 'truncate'], [/\bDELET(?:E|ES|ING|ION|IONS)\b/i, 'delete'], [/\bDROP(?:S|PING)?\b/i, 'drop'],
  [/\bALTER(?:S|ING)?\b/, 'alter'], [/\bINSERTS?\b/, 'insert'], [/\bUPDATES?\b/, 'update'], [/\bUPSERTS?\b/, 'upsert'],
]

/** What a forbidden entry is about; empty for words that say nothing about code. */
export function operationsOf(written: string): readonly Operation[] {
  // What is excepted is not what is forbidden.
  const text = written.slice(0, 400).replace(/\((?:except|unless|other than)[^)]{0,200}\)?/i, '')
  const first = WORDS.find(([pattern]) => pattern.test(text))?.[1]
  if (first === undefined) return []
  // "deletes without a fingerprint" forbids the way it is done, not the statement.
  const isStatement = STATEMENTS.some(([, operation]) => operation === first)
  return isStatement ? [...new Set([first, ...STATEMENTS.filter(([pattern]) => pattern.test(text)).map(([, operation]) => operation)])] : [first]
}
