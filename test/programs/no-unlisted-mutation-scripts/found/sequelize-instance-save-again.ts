import { Op } from 'sequelize'
import { Document } from '../src/models'

async function main() {
  const documents = await Document.findAll({ where: { text: { [Op.like]: '%http://%' } }, limit: 500 })
  for (const document of documents) {
    document.text = document.text.replaceAll('http://', 'https://')
    await document.save() // expect: no-unlisted-mutation-scripts
  }
  console.log(`${documents.length} documents rewritten`)
}

void main()
// file: src/models/index.ts
export { Document } from './Document'
// file: src/models/Document.ts
import { DataTypes, Model, Sequelize } from 'sequelize'

const sequelize = new Sequelize(process.env.DATABASE_URL!)

export class Document extends Model {
  declare id: string
  declare text: string
}

Document.init({ id: { type: DataTypes.UUID, primaryKey: true }, text: DataTypes.TEXT }, { sequelize, tableName: 'documents' })
