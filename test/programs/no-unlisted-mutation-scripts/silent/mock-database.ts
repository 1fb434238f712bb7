class FakeDb {
  rows = new Map<string, unknown>()
  insert(row: { id: string }) { this.rows.set(row.id, row) }
  delete(id: string) { this.rows.delete(id) }
  query(text: string) { return [text] }
}
const db = new FakeDb()
db.insert({ id: '1' })
db.query('DELETE FROM users')
