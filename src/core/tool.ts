import { statSync } from 'node:fs'
import manifest from '../../package.json' with { type: 'json' }

/** This tool as reports name it. The build puts the version of package.json in. */
export const tool: { readonly name: string, readonly version: string } = { name: manifest.name, version: manifest.version }

/** Tells one build of this tool from another: while it is being developed its version says nothing. */
export function buildStamp(moduleUrl: string): string {
  try {
    return `${moduleUrl} ${String(statSync(new URL(moduleUrl)).mtimeMs)}`
  } catch {
    return moduleUrl
  }
}
