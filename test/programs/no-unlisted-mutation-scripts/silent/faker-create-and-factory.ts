import { faker } from '@faker-js/faker'
import { Factory } from 'fishery'
import { writeFileSync } from 'node:fs'
const userFactory = Factory.define<{ name: string }>(() => ({ name: faker.person.fullName() }))
const users = await Promise.all([userFactory.create(), userFactory.create()])
writeFileSync('prisma/users.sql', users.map(({ name }) => `INSERT INTO users (name) VALUES ('${name}');`).join('\n'))
