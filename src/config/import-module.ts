/**
 * `import()` in a file of its own: what is loaded with compiled code from a cache (see src/cache/code-cache.ts) can't use it.
 * @param specifier a package of ours, or a file URL
 */
export async function importModule(specifier: string): Promise<unknown> {
  return import(specifier)
}
