import { Sequelize } from 'sequelize'

const target = new URL('mysql://app@mysql.prd.acmeshop.io:3306/shop') // expect: no-production-database-url
export const sequelize = new Sequelize(target.href)
