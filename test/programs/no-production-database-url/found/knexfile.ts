// file: src/knexfile.ts
export default {
  development: { client: 'pg', connection: 'postgres://app:app@prod-replica.lumen.app:5432/app' }, // expect: no-production-database-url
  test: { client: 'pg', connection: 'postgres://localhost/app_test' },
}
