/** Classes whose methods a framework runs when the script is started: commands of oclif, nest-commander and their like. */
import type { Module } from './module.ts'
import { keyOf, originsOf } from './origin.ts'
import { callOf, isSyntax, type Syntax } from './syntax.ts'

const PACKAGES = /^(?:@oclif\/(?:core|command)|nest-commander|nestjs-command|clipanion|@adonisjs\/(?:core\/)?ace|@nestjs\/schedule)(?:\/|$)/
const RUN = /^(?:run|execute|handle)$/
/** Decorators by which a method is run; of a class, by which its `run` is. */
const DECORATORS = /^(?:Command|SubCommand|Cron|Interval|Timeout)$/

/** The methods that the framework runs; none of a class that is no command. */
export function commandMethods(node: Syntax, module: Module): readonly Syntax[] {
  const body = node['body'] as Syntax
  const methods = (body['body'] as readonly Syntax[]).filter(({ type, static: isStatic }) => type === 'MethodDefinition' && isStatic !== true)
  const parent = node['superClass']
  const isCommand = (isSyntax(parent) && isOfFramework(parent, module)) || isDecorated(node, module)
  return methods.filter(method => (isCommand && RUN.test(keyOf(method) ?? '')) || isDecorated(method, module)).map(method => method['value'] as Syntax)
}

function isDecorated(node: Syntax, module: Module): boolean {
  return ((node['decorators'] ?? []) as readonly Syntax[]).some(({ expression }) => {
    const call = isSyntax(expression) ? callOf(expression) : undefined
    return call !== undefined && DECORATORS.test(call.name) && isSyntax(expression) && isOfFramework(expression['callee'] as Syntax, module)
  })
}

function isOfFramework(node: Syntax, module: Module): boolean {
  return originsOf(node, module).some(origin => origin.kind === 'module' && PACKAGES.test(origin.source))
}
