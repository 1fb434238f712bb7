import { NestFactory } from '@nestjs/core'
import { DataSource } from 'typeorm'
import { AppModule } from '../src/app.module'
const app = await NestFactory.createApplicationContext(AppModule)
const source = app.get(DataSource)
await source.query('UPDATE users SET locale = $1', ['en']) // expect: no-unlisted-mutation-scripts
await app.close()
// file: src/app.module.ts
export class AppModule {}
