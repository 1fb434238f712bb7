import { statSync } from 'node:fs'
import manifest from '../../package.json' with { type: 'json' }

/** This tool as reports name it. The build puts the version of package.json in. */
export const tool: { readonly name: string, readonly version: string } = { name: manifest.name, version: manifest.version }

/**
 * Files of ours in the root of a repository. They repeat what documents say, so no search for what is really there looks into them: else
 * writing a finding down would set it right.
 */
export const OWN_FILES: readonly string[] = ['lock', 'baseline'].map(name => `${manifest.name}.${name}.json`)

/** Tells one build of this tool from another: while it is being developed its version says nothing. */
export function buildStamp(moduleUrl: string): string {
  try {
    return `${moduleUrl} ${String(statSync(new URL(moduleUrl)).mtimeMs)}`
  } catch {
    return moduleUrl
  }
}
