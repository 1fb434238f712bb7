import yargs from 'yargs'
import { hideBin } from 'yargs/helpers'
import * as reindex from './commands/reindex'
yargs(hideBin(process.argv)).command(reindex).strict().parse() // expect: no-unlisted-mutation-scripts
// file: scripts/commands/reindex.ts
import { Pool } from 'pg'
export const command = 'reindex'
export const describe = 'rebuild the search index'
export const handler = async () => {
  await new Pool().query('UPDATE documents SET tsv = to_tsvector(body)')
}
