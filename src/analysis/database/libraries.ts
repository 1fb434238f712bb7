/** The only registry of database libraries. */
import type { Module } from '../program/module.ts'
import { commands } from './commands.ts'
import { configured } from './configured.ts'
import { drizzle } from './drizzle.ts'
import type { Handle, Library } from './handle.ts'
import { knex } from './knex.ts'
import { kysely } from './kysely.ts'
import { memory } from './memory.ts'
import { mongodb } from './mongodb.ts'
import { mongoose } from './mongoose.ts'
import { prisma } from './prisma.ts'
import type { Scene } from './scene.ts'
import { sequelize } from './sequelize.ts'
import { sqlDrivers } from './sql-drivers.ts'
import { supabase } from './supabase.ts'
import { typeorm } from './typeorm.ts'

const LIBRARIES: readonly Library[] = [
  prisma, drizzle, knex, kysely, typeorm, sequelize, mongoose, mongodb, supabase, sqlDrivers, commands, configured, memory,
]

const byName = new Map(LIBRARIES.map(library => [library.name, library]))

export function libraryOf(handle: Handle): Library {
  const library = byName.get(handle.library)
  if (library === undefined) throw new Error(`no library is called ${handle.library}`)
  return library
}

/** What an import of a package is: of a library, or a client by the user's word. */
export function libraryExport(source: string, name: string, scene: Scene): Handle | undefined {
  const bare = source.replace(/^node:/, '')
  for (const library of LIBRARIES) {
    const handle = library.exported(bare, name)
    if (handle !== undefined) return handle
  }
  const { clients = [], resolve } = scene.outside
  if (clients.length === 0) return undefined
  const path = resolve?.(scene.module.path, source)
  return clients.some(client => (client.module === source || client.module === path) && (client.name === '*' || client.name === name))
    ? { library: configured.name, role: 'client' }
    : undefined
}

/** What a global is, by its path: `Bun`, `$`. */
export function libraryGlobal(path: readonly string[]): Handle | undefined {
  for (const library of LIBRARIES) {
    const handle = library.global?.(path.join('.'))
    if (handle !== undefined) return handle
  }
  return undefined
}

export function libraryType(source: string, name: string): Handle | undefined {
  for (const library of LIBRARIES) {
    const handle = library.typed?.(source, name)
    if (handle !== undefined) return handle
  }
  return undefined
}

export function libraryConvention(exported: string, parameter: string, index: number, module: Module): Handle | undefined {
  for (const library of LIBRARIES) {
    const handle = library.convention?.(exported, parameter, index, module)
    if (handle !== undefined) return handle
  }
  return undefined
}

/** Whether a text has a word of any library: the cheap question before all others. */
export function mentionsDatabase(text: string): boolean {
  return LIBRARIES.some(library => library.words.test(text))
}
