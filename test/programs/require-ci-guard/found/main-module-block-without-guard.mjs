import { pathToFileURL } from 'node:url'
import pg from 'pg'
export async function wipe() {
  await new pg.Pool().query('DELETE FROM sessions') // expect: require-ci-guard
}
if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await wipe()
}
