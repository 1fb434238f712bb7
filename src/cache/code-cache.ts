/**
 * Loads a large bundled file with the code that V8 compiled from it last time: parsing and compiling it anew is a quarter of
 * what a hook costs (measured: 22 of 107 ms of CPU time above bare Node). Node has this built in from 22.8 on.
 */
import { readFileSync, statSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import path from 'node:path'
import { Script } from 'node:vm'
import { cacheSwitch, nameFor, readSharedFile, writeSharedFile } from '../git/cache-directory.ts'

/** Time and size of the source file, and the SHA-1 of what follows. */
const HEADER = 32
const SUM_AT = 12

/**
 * Loads a CommonJS file of ours, which must not use `import()`.
 * @param file absolute path
 * @param variant runs of one kind use the same functions, and what they used is what is kept
 */
export function loadCompiled(file: string, variant: string): unknown {
  const require = createRequire(file)
  if (!cacheSwitch.enabled) return require(file)
  const { mtimeMs, size } = statSync(file)
  const name = `code-${nameFor(`${file}\0${variant}\0${process.version}\0${process.arch}\0${process.execArgv.join(' ')}`)}.bin`
  const cachedData = validData(readSharedFile(name), mtimeMs, size)
  const script = new Script(Module.wrap(readFileSync(file, 'utf8')), {
    filename: file, ...(cachedData === undefined ? {} : { cachedData }),
  })
  const loaded = { exports: {} }
  const start = script.runInThisContext() as (exports: unknown, require: NodeJS.Require, module: unknown, file: string, folder: string) => void
  start.call(loaded.exports, loaded.exports, require, loaded, file, path.dirname(file))
  if (cachedData === undefined || script.cachedDataRejected === true) {
    // At the end, when the functions that a run needs are compiled.
    process.once('exit', () => { keep(name, script.createCachedData(), mtimeMs, size) })
  }
  return loaded.exports
}

function keep(name: string, data: Buffer, mtimeMs: number, size: number): void {
  const header = Buffer.alloc(HEADER)
  header.writeDoubleLE(mtimeMs, 0)
  header.writeUInt32LE(size, 8)
  header.set(sumOf(data), SUM_AT)
  writeSharedFile(name, Buffer.concat([header, data]))
}

/** V8 trusts what it is given, so a damaged file must not get there. */
function validData(file: Buffer | undefined, mtimeMs: number, size: number): Buffer | undefined {
  if (file === undefined || file.length <= HEADER || file.readDoubleLE(0) !== mtimeMs || file.readUInt32LE(8) !== size) return undefined
  const data = file.subarray(HEADER)
  return sumOf(data).equals(file.subarray(SUM_AT, HEADER)) ? data : undefined
}

/** By a module that the loaded file needs anyhow: our own loop over the data would run before V8 has optimised it (6 ms). */
function sumOf(data: Buffer): Buffer {
  const { createHash } = createRequire(import.meta.url)('node:crypto') as typeof import('node:crypto')
  return createHash('sha1').update(data).digest()
}
