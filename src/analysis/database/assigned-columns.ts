/** The columns that a row gets by assignments before it is saved: `user.name = 'Ada'; await user.save()`. */
import { propertyOf } from '../program/origin.ts'
import { callOf, isSyntax, type Syntax } from '../program/syntax.ts'
import { columnsWritten } from './columns.ts'
import type { CallSite } from './handle.ts'

/** Methods of rows that assign nothing by themselves, in Sequelize, TypeORM and Mongoose. */
const ASSIGNS_NOTHING = /^(?:save|destroy|remove|softRemove|deleteOne|reload|validate|toJSON|toObject|toString|get|changed|previous|isModified|markModified|populate|equals)$/
/** Methods of what is in a column that change it. */
const CHANGES = /^(?:push|pop|shift|unshift|splice|sort|reverse|fill|set|add|addToSet|pull|delete|clear|remove)$/
const WRAPPED = /^(?:TSNonNullExpression|TSAsExpression|TSSatisfiesExpression|ChainExpression|ParenthesizedExpression)$/

/**
 * Names of the columns that the code assigns to a row; `undefined` when it can't be seen whole: it is no variable of its own, is handed
 * on, or gets its columns elsewhere.
 */
export function columnsAssigned(row: Syntax | undefined, site: CallSite): readonly string[] | undefined {
  const variable = row?.type === 'Identifier' ? site.module.variableOf(row) : undefined
  const [definition, ...others] = variable?.defs ?? []
  if (variable === undefined || definition === undefined || others.length > 0) return undefined
  // What a named function is given may have been assigned to before; what a callback of a call is given was just found.
  if (definition.type === 'Parameter' && site.module.parentOf(definition.node)?.type !== 'CallExpression') return undefined
  const columns = new Set<string>()
  const made = definition.type === 'Variable' ? madeOf(definition.node['init']) : undefined
  for (const name of made === undefined ? [] : columnsWritten(made, site) ?? [undefined]) {
    if (name === undefined) return undefined
    columns.add(name)
  }
  for (const use of variable.references) {
    if (use.identifier === definition.name) continue
    const found = use.isWrite() && use.init !== true ? undefined : assignedAt(use.identifier, site)
    if (found === undefined) return undefined
    for (const name of found) columns.add(name)
  }
  return columns.size === 0 ? undefined : [...columns]
}

/** The columns that a row is made with: `new User({ … })`, `repository.create({ … })`. */
function madeOf(init: unknown): Syntax | undefined {
  const node = isSyntax(init) && init.type === 'AwaitExpression' ? init['argument'] : init
  if (!isSyntax(node)) return undefined
  const isMaking = node.type === 'NewExpression' || /^(?:create|build|preload)$/.test(callOf(node)?.name ?? '')
  return isMaking ? (node['arguments'] as readonly Syntax[])[0] : undefined
}

/** What one use of a row assigns; `undefined` for a use that nobody can look behind. */
function assignedAt(identifier: Syntax, site: CallSite): readonly string[] | undefined {
  const { module } = site
  let at = identifier
  let parent = module.parentOf(at)
  while (parent !== undefined && WRAPPED.test(parent.type)) [at, parent] = [parent, module.parentOf(parent)]
  if (parent?.type === 'CallExpression' && parent['callee'] !== at) return handedTo(parent, at, site)
  if (parent?.type !== 'MemberExpression' || parent['object'] !== at) return isOnlyTested(parent) ? [] : undefined
  const column = propertyOf(parent)
  let member = parent
  let around = module.parentOf(member)
  if (around?.type === 'CallExpression' && around['callee'] === member) return ASSIGNS_NOTHING.test(column ?? '') ? [] : undefined
  while (around !== undefined && (WRAPPED.test(around.type) || (around.type === 'MemberExpression' && around['object'] === member))) [member, around] = [around, module.parentOf(around)]
  const isAssigned = (around?.type === 'AssignmentExpression' && around['left'] === member) || around?.type === 'UpdateExpression'
    || (around?.type === 'CallExpression' && around['callee'] === member && CHANGES.test(propertyOf(member) ?? ''))
    || (around?.type === 'UnaryExpression' && around['operator'] === 'delete')
  if (!isAssigned) return []
  return column === undefined ? undefined : [column]
}

function isOnlyTested(parent: Syntax | undefined): boolean {
  return parent !== undefined && /^(?:IfStatement|UnaryExpression|BinaryExpression|TemplateLiteral)$/.test(parent.type)
}

/** `repository.save(user)` and `console.log(user)` assign nothing, `Object.assign(user, { … })` what it names. */
function handedTo(call: Syntax, row: Syntax, site: CallSite): readonly string[] | undefined {
  if (call === site.node) return []
  const text = callOf(call)
  const owner = text?.object?.type === 'Identifier' ? String(text.object['name']) : ''
  if (owner === 'console') return []
  const args = call['arguments'] as readonly Syntax[]
  if (owner !== 'Object' || text?.name !== 'assign' || args[0] !== row) return undefined
  const names = args.slice(1).map(source => columnsWritten(source, site))
  return names.includes(undefined) ? undefined : names.flatMap(list => list ?? [])
}
