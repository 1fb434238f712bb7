/** What comes with the package: how much, how many, and what becomes of it where something is left out. */
import { lstatSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ofCommand } from './support/findings.ts'
import { IN_DOCUMENTS } from './support/planted.ts'
import { useProject } from './support/project.ts'

/** Raising one of them is a decision, with a reason in the commit. README.md states what they come to. */
const MOST_PACKAGES = 12
const MOST_MEGABYTES = 19
const OWN_MEGABYTES = 7

const project = useProject('doc-lockdown alone', {})

interface Installed {
  readonly name: string
  readonly bytes: number
}

/** Every installed package with the bytes of its files. */
function installedPackages(root: string): readonly Installed[] {
  const modules = path.join(root, 'node_modules')
  const lock = JSON.parse(readFileSync(path.join(modules, '.package-lock.json'), 'utf8')) as { readonly packages: Readonly<Record<string, unknown>> }
  return Object.keys(lock.packages).map(folder => ({ name: folder.replace(/^node_modules\//, ''), bytes: bytesBelow(path.join(root, folder)) }))
}

function bytesBelow(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => lstatSync(path.join(folder, name)))
    .reduce((total, entry) => total + (entry.isFile() ? entry.size : 0), 0)
}

test('is small, and brings few packages', (context) => {
  const packages = installedPackages(project(context).root)
  const megabytes = packages.reduce((total, { bytes }) => total + bytes, 0) / 1e6
  const own = (packages.find(({ name }) => name === 'doc-lockdown')?.bytes ?? Infinity) / 1e6
  process.stdout.write(`installed: ${String(packages.length)} packages, ${megabytes.toFixed(1)} MB, of them ${own.toFixed(1)} MB our own\n`)

  expect(packages.map(({ name }) => name).sort().join('\n')).toMatch(/^doc-lockdown$/m)
  expect(packages.length).toBeLessThanOrEqual(MOST_PACKAGES)
  expect(megabytes).toBeLessThanOrEqual(MOST_MEGABYTES)
  expect(own).toBeLessThanOrEqual(OWN_MEGABYTES)
})

test('says in README.md what it is', (context) => {
  const packages = installedPackages(project(context).root)
  const megabytes = packages.reduce((total, { bytes }) => total + bytes, 0) / 1e6
  const [, stated, size] = /(\d+) packages, (\d+) MB/.exec(readFileSync(path.join(import.meta.dirname, '../../README.md'), 'utf8')) ?? []

  expect(Number(stated)).toBe(packages.length)
  expect(Math.abs(Number(size) - megabytes)).toBeLessThan(1.5)
})

test('installed without optional packages, reads documents with remark and says why it reads no code', (context) => {
  const { root, run } = project(context)
  const optional = readdirSync(path.join(root, 'node_modules'), { recursive: true, encoding: 'utf8' }).filter(name => /^@[^/]+\/[^/]*linux[^/]*$|^@[^/]+\/[^/]*(?:darwin|win32)[^/]*$/.test(name))
  expect(optional.length).toBeGreaterThan(1)
  for (const name of optional) renameSync(path.join(root, 'node_modules', name), path.join(root, 'node_modules', `${name}.away`))

  const documents = run('doc-lockdown', 'check', '--no-cache', '--no-code', '--format', 'json')
  const everything = run('doc-lockdown', 'check', '--no-cache')
  for (const name of optional) renameSync(path.join(root, 'node_modules', `${name}.away`), path.join(root, 'node_modules', name))

  expect(ofCommand(documents).places).toEqual(IN_DOCUMENTS)
  expect(everything).toMatchObject({ code: 2, out: '' })
  expect(everything.err).toMatch(/^doc-lockdown: Code can't be read: the native build of oxc-parser is missing\. .*\n$/)
})
