const API = 'https://api.prod.acmeshop.io/v1'
const DOCS = 'https://www.postgresql.org/docs/'
await fetch(`${API}/health?docs=${DOCS}`)
const server = { host: 'www.prod.acmeshop.io', port: 443 }
export { server }
