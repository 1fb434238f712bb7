import { LRUCache } from 'lru-cache'
import { DataSource } from '@angular/cdk/collections'
import { Client } from '@elastic/elasticsearch'
import { Pool } from 'undici'
const cache = new LRUCache<string, number>({ max: 10 })
cache.delete('x')
class Source extends DataSource<string> { connect() { return null as never } disconnect() {} }
new Source().connect()
const elastic = new Client({ node: 'http://localhost:9200' })
await elastic.delete({ index: 'x', id: '1' })
const pool = new Pool('https://example.com')
await pool.request({ path: '/query', method: 'DELETE' })
