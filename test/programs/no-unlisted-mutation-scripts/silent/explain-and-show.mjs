import pg from 'pg'

const client = new pg.Client(process.env.DATABASE_URL)
await client.connect()

const { rows: sizes } = await client.query(`
  SELECT relname, pg_size_pretty(pg_total_relation_size(oid)) AS size
  FROM pg_class
  WHERE relkind = 'r'
  ORDER BY pg_total_relation_size(oid) DESC
  LIMIT 20
`)
await client.query('SET statement_timeout = 5000')
const { rows: plan } = await client.query('EXPLAIN (FORMAT JSON) DELETE FROM orders WHERE false')
await client.query('BEGIN READ ONLY')
const { rows: version } = await client.query('SHOW server_version')
await client.query('ROLLBACK')
console.table(sizes)
console.log(plan, version)
await client.end()
