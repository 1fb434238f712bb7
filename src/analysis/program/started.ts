/**
 * Which code of a module runs when the module is started, as against what it only offers to others: functions that nothing but
 * its exports names belong to whoever imports them.
 */
import { commandMethods } from './command-classes.ts'
import type { Module } from './module.ts'
import { propertyOf } from './origin.ts'
import { endOf, isSyntax, type Syntax } from './syntax.ts'

/** Exports that tools call by themselves: seeds, migrations, tasks. */
const CALLED_BY_TOOLS = /^(?:default|seed|up|down|run|main|handler|task|execute)$/

const known = new WeakMap<Module, ReadonlySet<Syntax>>()
const knownOfImported = new WeakMap<Module, ReadonlySet<Syntax>>()

/**
 * Whether a node runs, or may be called, when the module is started.
 * @param isImported whether other scripts import the module: then they call what it exports, and no tool
 */
export function isStarted(node: Syntax, module: Module, isImported = false): boolean {
  const cache = isImported ? knownOfImported : known
  let idle = cache.get(module)
  if (idle === undefined) cache.set(module, idle = idleUnits(module, isImported))
  if (idle.size === 0) return true
  for (let at: Syntax | undefined = node; at !== undefined; at = module.parentOf(at)) if (idle.has(at)) return false
  return true
}

/**
 * Where a module ends whatever happens: behind `throw` or `process.exit(…)` as a statement of its own at its top, whose arguments still run.
 * Infinity without.
 */
export function endOfRun(module: Module): number {
  for (const statement of module.program['body'] as readonly Syntax[]) {
    if (statement.type === 'ThrowStatement') return endOf(statement)
    const call = statement.type === 'ExpressionStatement' ? statement['expression'] as Syntax : undefined
    const callee = call?.type === 'CallExpression' ? call['callee'] as Syntax : undefined
    if (callee?.type !== 'MemberExpression' || propertyOf(callee) !== 'exit') continue
    const object = callee['object'] as Syntax
    if (object.type === 'Identifier' && object['name'] === 'process' && module.variableOf(object) === undefined) return endOf(statement)
  }
  return Infinity
}

/** A function, class or object at the top of a module, with the identifier that names it. */
interface Unit {
  readonly node: Syntax
  readonly name: Syntax | undefined
  readonly called: boolean
}

/** Units that no code which runs refers to. */
function idleUnits(module: Module, isImported: boolean): ReadonlySet<Syntax> {
  const units = (module.program['body'] as readonly Syntax[]).flatMap(statement => unitsOf(statement, module))
  const byNode = new Map(units.map(unit => [unit.node, unit]))
  const started = new Set<Unit>(units.filter(({ called }) => called && !isImported))
  let grew = true
  while (grew) {
    grew = false
    for (const unit of units) {
      if (started.has(unit) || unit.name === undefined) continue
      const references = module.variableOf(unit.name)?.references ?? []
      const isUsed = references.some(({ identifier }) => identifier !== unit.name && !isExport(identifier, module) && isLive(identifier, unit))
      if (isUsed) {
        started.add(unit)
        grew = true
      }
    }
  }
  return new Set(units.filter(unit => !started.has(unit)).map(({ node }) => node))

  /** Whether a reference stands in code that runs: in no unit, or in one that is started; a unit's own does not count. */
  function isLive(identifier: Syntax, of: Unit): boolean {
    for (let at = module.parentOf(identifier); at !== undefined; at = module.parentOf(at)) {
      const unit = byNode.get(at)
      if (unit !== undefined) return unit !== of && started.has(unit)
    }
    return true
  }
}

function unitsOf(statement: Syntax, module: Module): readonly Unit[] {
  const isExported = /^Export(?:Named|Default)Declaration$/.test(statement.type)
  const declaration = isExported ? statement['declaration'] : statement
  if (!isSyntax(declaration)) return []
  const isDefault = statement.type === 'ExportDefaultDeclaration'
  if (declaration.type === 'VariableDeclaration') {
    return (declaration['declarations'] as readonly Syntax[]).flatMap((declarator): readonly Unit[] => {
      const [name, value] = [declarator['id'], declarator['init']]
      if (!isSyntax(name) || name.type !== 'Identifier' || !isSyntax(value) || !isLazy(value)) return []
      return [{ node: value, name, called: isExported && CALLED_BY_TOOLS.test(String(name['name'])) }]
    })
  }
  if (/^(?:Function|Class)Declaration$/.test(declaration.type)) {
    const name = isSyntax(declaration['id']) ? declaration['id'] : undefined
    const isCommand = declaration.type === 'ClassDeclaration' && commandMethods(declaration, module).length > 0
    return [{ node: declaration, name, called: isDefault || isCommand || (isExported && CALLED_BY_TOOLS.test(String(name?.['name']))) }]
  }
  return commonUnits(declaration)
}

/** `exports.wipe = function () {…}`. */
function commonUnits(statement: Syntax): readonly Unit[] {
  const assignment = statement.type === 'ExpressionStatement' ? statement['expression'] as Syntax : undefined
  if (assignment?.type !== 'AssignmentExpression') return []
  const target = assignment['left'] as Syntax
  const value = assignment['right'] as Syntax
  if (target.type !== 'MemberExpression' || !isLazy(value) || value.type === 'ObjectExpression') return []
  const name = propertyOf(target) ?? ''
  const isWhole = name === 'exports' && (target['object'] as Syntax)['name'] === 'module'
  return isWhole || !isExportsObject(target['object'] as Syntax) ? [] : [{ node: value, name: undefined, called: CALLED_BY_TOOLS.test(name) }]
}

/** What does nothing until it is used. An object only when it holds nothing but functions. */
function isLazy(node: Syntax): boolean {
  if (/^(?:ArrowFunctionExpression|FunctionExpression|ClassExpression)$/.test(node.type)) return true
  if (node.type !== 'ObjectExpression') return false
  return (node['properties'] as readonly Syntax[]).every(property => isSyntax(property['value']) && isLazy(property['value']))
}

function isExportsObject(node: Syntax): boolean {
  return (node.type === 'Identifier' && node['name'] === 'exports')
    || (node.type === 'MemberExpression' && propertyOf(node) === 'exports' && (node['object'] as Syntax)['name'] === 'module')
}

/** Whether an identifier only hands its value out: `export { a }`, `module.exports = { a }`, `exports.b = a`. */
function isExport(identifier: Syntax, module: Module): boolean {
  for (let at = module.parentOf(identifier); at !== undefined; at = module.parentOf(at)) {
    if (at.type === 'ExportSpecifier') return true
    if (at.type === 'AssignmentExpression') {
      const target = at['left'] as Syntax
      if (target.type !== 'MemberExpression') return false
      const isWhole = propertyOf(target) === 'exports' && (target['object'] as Syntax)['name'] === 'module'
      // `module.exports = seed` is what a tool calls.
      return (isWhole && at['right'] !== identifier) || (isExportsObject(target['object'] as Syntax) && !CALLED_BY_TOOLS.test(propertyOf(target) ?? ''))
    }
    if (!/^(?:Property|ObjectExpression|TSAsExpression|TSSatisfiesExpression)$/.test(at.type)) return false
  }
  return false
}
