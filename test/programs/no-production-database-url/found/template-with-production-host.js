const password = process.env.DB_PASSWORD
const url = `mysql://root:${password}@prod-mysql-01.acmepay.io:3306/payments` // expect: no-production-database-url
module.exports = { url }
