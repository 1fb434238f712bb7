const { Pool } = require('pg')
const pool = new Pool()
const FILL = `
  UPDATE orders
     SET total = (SELECT sum(price) FROM items WHERE items.order_id = orders.id)
`
pool.query(FILL).then(() => pool.end()) // expect: no-unlisted-mutation-scripts
