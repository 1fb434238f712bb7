import { Sequelize, Model, DataTypes } from 'sequelize'
const sequelize = new Sequelize('sqlite:data.db')
class Note extends Model {
  declare text: string
}
Note.init({ text: DataTypes.TEXT }, { sequelize })
const note = await Note.findByPk(1)
if (note) {
  note.text = note.text.trim()
  await note.save() // expect: no-unlisted-mutation-scripts
}
