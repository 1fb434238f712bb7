import { getMetadataArgsStorage } from 'typeorm'
import { Project } from 'ts-morph'
for (const table of getMetadataArgsStorage().tables) console.log(table.name)
const project = new Project()
project.createSourceFile('x.ts', '').delete()
await project.save()
