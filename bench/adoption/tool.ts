/** This project as users get it: packed, and installed where no repository is. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import manifest from '../../package.json' with { type: 'json' }

const ROOT = path.join(import.meta.dirname, '../..')

/** An installed doc-lockdown. */
export interface Tool {
  readonly version: string
  /** The folder of its command, for repositories without a package: what `npm install --global` puts on the `PATH`. */
  readonly programs: string
  /** Puts it into the `node_modules` of a repository with a package: it alone, with what it depends on. */
  unpackInto(root: string): void
}

/** Packs `dist/`; the absolute path of the archive. */
export function pack(folder: string): string {
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], { cwd: ROOT, stdio: 'pipe' })
  const name = readdirSync(folder).find(file => file.endsWith('.tgz'))
  if (name === undefined) throw new Error(`npm packed nothing into ${folder}`)
  return path.join(folder, name)
}

/**
 * Installs an archive as `npm install --global` does, in a folder of its own. Its dependencies come from the registry, or npm's cache.
 * @param prefix an empty folder
 */
export function install(archive: string, prefix: string): Tool {
  const args = ['install', '--global', '--prefix', prefix, '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', archive]
  execFileSync('npm', args, { stdio: 'pipe' })
  return {
    version: manifest.version,
    programs: path.join(prefix, 'bin'),
    unpackInto(root) {
      const modules = path.join(root, 'node_modules')
      cpSync(path.join(prefix, 'lib/node_modules/doc-lockdown'), path.join(modules, 'doc-lockdown'), { recursive: true })
      mkdirSync(path.join(modules, '.bin'), { recursive: true })
      symlinkSync('../doc-lockdown/dist/cli.js', path.join(modules, '.bin/doc-lockdown'))
    },
  }
}
