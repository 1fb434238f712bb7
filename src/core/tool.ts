import manifest from '../../package.json' with { type: 'json' }

/** This tool as reports name it. The build puts the version of package.json in. */
export const tool: { readonly name: string, readonly version: string } = { name: manifest.name, version: manifest.version }
