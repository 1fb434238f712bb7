import * as loaded from './judging.ts'

/**
 * What judges: facts, parsers, git. A configuration that names our rules imports the plugin whether or not any of them has a
 * file to look at, so the build puts this apart, to be loaded for the first one.
 */
export function judging(): typeof loaded {
  return loaded
}
