import { DataSource } from 'typeorm'

export default new DataSource({
  type: 'postgres',
  url: 'postgres://svc:pw@prod-cluster.cluster-cabcdefg.eu-west-1.rds.amazonaws.com:5432/core', // expect: no-production-database-url
  entities: ['src/**/*.entity.ts'],
})
