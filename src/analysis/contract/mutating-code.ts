/** Signs in a source text that it changes a database. Text only: data flow is for the rules about code. */

const CODE_SIGNS = /\.\s{0,20}(?:create|createMany|createManyAndReturn|update|updateMany|upsert|delete|deleteMany|insert|insertInto|updateTable|deleteFrom|del|truncate|bulkCreate|destroy|insertMany|updateOne|deleteOne|replaceOne|insertOne)\s{0,20}(?:<[^>\n]{0,80}>)?\(|\$(?:executeRaw|executeRawUnsafe|queryRawUnsafe)\b|\bmigrate\s?\.\s?(?:latest|up|rollback)\b/
const SQL_SIGNS = /\b(?:INSERT\s+INTO|UPDATE\s+["`\w.]{1,80}\s+SET|DELETE\s+FROM|TRUNCATE\s+(?:TABLE\s+)?["`\w]|DROP\s+(?:TABLE|COLUMN|INDEX|SCHEMA|TYPE)|ALTER\s+TABLE|CREATE\s+(?:TABLE|INDEX|TYPE|UNIQUE))\b/i
const COMMAND_SIGNS = /\bprisma["',\s]{1,6}(?:migrate["',\s]{1,6}(?:deploy|resolve|reset|dev)|db["',\s]{1,6}(?:push|seed|execute))|\b(?:knex|sequelize|typeorm|drizzle-kit|node-pg-migrate|dbmate|flyway|liquibase|alembic|goose|atlas|rails|rake|manage\.py)\b[^\n]{0,40}\b(?:migrate|migration|upgrade|up|push|update|apply)\b|\b(?:psql|mysql|mariadb|sqlite3|pg_restore|mongorestore|mongosh)\b\s?["',]?\s?[^\s"',)]/

/** Where the first sign stands (0-based); -1 for a text without one. Comments don't count. */
export function firstMutation(source: string): number {
  const code = withoutComments(source)
  const at = [CODE_SIGNS, SQL_SIGNS, COMMAND_SIGNS].map(sign => code.search(sign)).filter(index => index >= 0)
  return at.length === 0 ? -1 : Math.min(...at)
}

/** Whether a program ends before an offset whatever happens: `process.exit(1)`, `throw` or `exit 1` at the left margin. */
export function endsBefore(source: string, offset: number): boolean {
  return /^(?:process\.exit\(|throw\s|exit\s+[1-9]|sys\.exit\(|raise\s)/m.test(withoutComments(source).slice(0, offset))
}

/** Comments turned into blanks, so that offsets stay. Strings that hold `//` lose their end: URLs are no signs. */
function withoutComments(source: string): string {
  return source.replace(/\/\*[^]*?(?:\*\/|$)|(?<![:"'`])\/\/[^\n]*|(?<=^|\n)[ \t]*(?:#|--)[^\n]*/g, comment => comment.replace(/[^\n]/g, ' '))
}

/** Modules of the same repository that a source loads, as written: `../lib/sync`. */
export function localImportsOf(source: string): readonly string[] {
  return [...source.matchAll(/(?:\bfrom|\bimport|\brequire\()\s{0,5}\(?["'](\.{1,2}\/[^"'\n]{1,200})["']/g)].map(match => match[1] ?? '')
}
