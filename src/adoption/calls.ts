/** Whether a hook or a workflow runs our command already. */
import { tool } from '../core/tool.ts'

const CALL = new RegExp(`(?<![\\w-])${tool.name}(?:@[\\w./-]{1,60})?["']?,?\\s{1,20}["']?(?:check\\b|--)`)
const ACTION = new RegExp(`\\buses:\\s{0,20}["']?[\\w.-]{1,100}/${tool.name}@`)
const HOOK_ID = new RegExp(`\\bid:\\s{0,20}["']?${tool.name}\\b`)
const COMMENT = /^\s*(?:#|\/\/)/

/**
 * Whether a text calls our command, our action or our hook, or a script of the root package that does. Comments do not count, nor a path.
 * @param scripts names of such scripts
 */
export function callsTool(text: string, scripts: readonly string[]): boolean {
  const called = scripts.map(name => new RegExp(`\\b(?:npm|pnpm|yarn|bun)\\s{1,20}(?:run\\s{1,20})?${name.replace(/[^\w-]/g, '\\$&')}(?![\\w:-])`))
  return text.split('\n').some(line => !COMMENT.test(line) && [CALL, ACTION, HOOK_ID, ...called].some(pattern => pattern.test(line)))
}
