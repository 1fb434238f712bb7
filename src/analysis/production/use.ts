/** What becomes of a value: tested only, told to people only, or used where only CI gets. */
import type { Module } from '../program/module.ts'
import { keyOf, originsOf } from '../program/origin.ts'
import { callOf, descendants, endOf, isSyntax, startOf, type Syntax } from '../program/syntax.ts'
import { neverContinues } from '../program/leaving.ts'

const TESTING = new Set(['includes', 'startsWith', 'endsWith', 'match', 'test', 'indexOf', 'search', 'localeCompare', 'has'])
const COMPARISON = /^(?:[!=]==?|[<>]=?|in|instanceof)$/
/** Functions that look at a value in order to stop. */
export const GUARD_NAME = /^(?:enforce|assert|validate|verify|ensure|guard|check|confirm|block|protect|refuse|reject|forbid|prevent|abort|require(?=[A-Z])|must|deny|expect|is(?=[A-Z])|preflight)/
const TELLING = /^(?:log|error|warn|info|debug|fail|setFailed|notice|success|trace|fatal|describe|option|usage|example|addHelpText|command|description)$/

/** Whether a value is looked at only: compared, tested, given to a guard. A variable that takes it is followed. */
export function isOnlyTested(node: Syntax, module: Module, depth = 0): boolean {
  if (node.type === 'Property') {
    const value = node['value'] as Syntax
    return isNameOnlyTested((value.type === 'AssignmentPattern' ? value['left'] : value) as Syntax, module, depth)
  }
  let at = node
  for (let parent = module.parentOf(at); parent !== undefined; at = parent, parent = module.parentOf(at)) {
    switch (parent.type) {
      case 'BinaryExpression': if (COMPARISON.test(String(parent['operator']))) return true; break
      case 'UnaryExpression': return true
      case 'IfStatement': case 'WhileStatement': return parent['test'] === at
      case 'ConditionalExpression': if (parent['test'] === at) return true; break
      case 'LogicalExpression': if (parent['left'] === at && parent['operator'] === '&&') return true; break
      case 'MemberExpression': {
        if (parent['object'] !== at) return false
        const call = module.parentOf(parent)
        const name = call === undefined ? undefined : callOf(call)?.name
        if (name !== undefined && call?.['callee'] === parent && TESTING.has(name)) return true
        if (name === undefined || call?.['callee'] !== parent) { if (String((parent['property'] as Syntax)['name']) !== 'length') return false; return true }
        break
      }
      case 'CallExpression': case 'NewExpression': {
        const name = callOf(parent)?.name ?? ''
        if (parent['callee'] === at) break
        return TESTING.has(name) || GUARD_NAME.test(name) || TELLING.test(name) || name === 'Boolean'
      }
      case 'AssignmentExpression': return parent['left'] === at
      case 'VariableDeclarator': {
        const id = parent['id']
        return isSyntax(id) && module.parentOf(module.parentOf(parent) ?? parent)?.type !== 'ExportNamedDeclaration' && isNameOnlyTested(id, module, depth)
      }
      case 'ThrowStatement': return true
      case 'ArrayExpression': return false
      case 'TemplateLiteral': break
      default:
        if (!/^(?:TS|Chain|Parenthesized|Await)/.test(parent.type)) return false
    }
  }
  return false
}

function isNameOnlyTested(name: Syntax, module: Module, depth: number): boolean {
  if (name.type !== 'Identifier' || depth > 3) return false
  const uses = module.variableOf(name)?.references.filter(reference => reference.identifier !== name && reference.isRead()) ?? []
  return uses.length > 0 && uses.every(use => isOnlyTested(use.identifier, module, depth + 1) || isOnlyTold(use.identifier, module))
}

/** Whether a text is for people: in an error, a log line, a help text, or a list of what is forbidden. */
export function isOnlyTold(node: Syntax, module: Module): boolean {
  for (let at = node, parent = module.parentOf(at); parent !== undefined; at = parent, parent = module.parentOf(at)) {
    if (parent.type === 'ThrowStatement') return true
    if (parent.type === 'CallExpression' || parent.type === 'NewExpression') {
      const name = callOf(parent)?.name ?? ''
      if (parent['callee'] !== at && (TELLING.test(name) || name.endsWith('Error'))) return true
    }
    if (parent.type === 'VariableDeclarator' || parent.type === 'Property') {
      const name = parent.type === 'Property' ? keyOf(parent) : String((parent['id'] as Syntax)['name'])
      if (/forbid|block(?!s$)|den(?:y|ied)|banned|disallow|reject|example|sample|placeholder|usage|help|description|message|pattern/i.test(name ?? '')) return true
    }
    if (/Statement$|Declaration$|^Program$|Function/.test(parent.type)) return false
  }
  return false
}

/** Tests that only CI passes. */
const CI = /\b(?:CI|GITHUB_ACTIONS|GITLAB_CI|BUILDKITE|CIRCLECI|isCI|isCi|inCI|isGitHubActions|runningInCI|IS_CI)\b/
const NODE_ENV = /\b(?:NODE_ENV|APP_ENV|VERCEL_ENV|isProd(?:uction)?|IS_PROD(?:UCTION)?|ENVIRONMENT|RAILS_ENV)\b/
const CI_GUARD = /^(?=.*(?:ci(?:$|[A-Z_])|CI|[Mm]utation[Ss]cript|[Ll]ocal))(?:enforce|assert|validate|verify|ensure|guard|check|require|block|must|only|protect|abort|exit)/

/** Whether a node is in a branch that is for CI (or, unless `strict`, for production) only, or under a key `production`. */
export function runsElsewhere(node: Syntax, module: Module, strict: boolean): boolean {
  for (let at = node, parent = module.parentOf(at); parent !== undefined; at = parent, parent = module.parentOf(at)) {
    if (parent.type === 'Property' && parent['value'] === at && /^prod(?:uction)?$/i.test(keyOf(parent) ?? '')) return true
    const test = parent['test']
    if ((parent.type !== 'IfStatement' && parent.type !== 'ConditionalExpression') || !isSyntax(test) || test === at) continue
    const written = module.text.slice(startOf(test), startOf(at))
    const said = module.text.slice(startOf(test), endOf(test))
    if (parent['consequent'] === at && !/^!|!==?/.test(written.trim()) && (CI.test(said) || (!strict && NODE_ENV.test(said)))) return true
    if (parent['alternate'] === at && /^!|!==?/.test(said) && (CI.test(said) || (!strict && NODE_ENV.test(said)))) return true
  }
  return false
}

/** Whether a module stops outside of CI: `if (!process.env.CI) throw`, `enforceCi()`, or a guard that the contract names. */
export function hasCiGuard(module: Module, guards: ReadonlySet<string>): boolean {
  for (const node of descendants(module.program)) {
    if (node.type === 'IfStatement' && isSyntax(node['test']) && isSyntax(node['consequent'])) {
      const said = module.text.slice(startOf(node['test']), endOf(node['test']))
      if (CI.test(said) && neverContinues(node['consequent'], module)) return true
    }
    const call = callOf(node)
    if (call === undefined) continue
    const names = [call.name, ...originsOf(node['callee'] as Syntax, module).flatMap(origin => (origin.kind === 'module' ? [origin.name] : []))]
    if (names.some(name => guards.has(name) || CI_GUARD.test(name))) return true
    if (call.name === 'assert' && call.args[0] !== undefined && CI.test(module.text.slice(startOf(call.args[0]), endOf(call.args[0])))) return true
  }
  return false
}
