// file: knexfile.js
module.exports = {
  development: { client: 'pg', connection: 'postgres://localhost/shop' },
  production: { client: 'pg', connection: process.env.PROD_DATABASE_URL },
}
