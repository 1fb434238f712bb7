/** One module of JavaScript or TypeScript with its names resolved: what every reader of code starts from. */
import type { SourceFile } from '../../core/source-file.ts'
import { childrenOf, isSyntax, parseModule, type Syntax } from './syntax.ts'
import { analyzeScopes, type ScopeManager, type Variable } from './scopes.ts'

export interface Module {
  /** From the root, with forward slashes. */
  readonly path: string
  readonly text: string
  readonly program: Syntax
  /** The node that a node stands in; `undefined` for the program. */
  parentOf(node: Syntax): Syntax | undefined
  /** What an identifier names; `undefined` for a global and for what is no name of a value. */
  variableOf(identifier: Syntax): Variable | undefined
  /** Whether imports and exports are ES ones: then imports run before everything else. */
  readonly isEsModule: boolean
}

const known = new WeakMap<SourceFile, { readonly module: Module | undefined }>()

/** A file as a module: with the host's own tree, or parsed. `undefined` for what can't be parsed. Computed once per file. */
export function moduleOf(file: SourceFile): Module | undefined {
  const before = known.get(file)
  if (before !== undefined) return before.module
  const module = readModule(file)
  known.set(file, { module })
  return module
}

function readModule({ path, text, language, parsed }: SourceFile): Module | undefined {
  if (language !== 'javascript') return undefined
  const program = isSyntax(parsed?.program) ? parsed.program : parseModule(path, text)
  if (program === undefined) return undefined
  const isEsModule = (program['body'] as readonly Syntax[]).some(statement => /^(?:Import|Export)/.test(statement.type))
  const scopes = parsed?.scopes as ScopeManager | undefined ?? analyzeScopes(program, isEsModule)
  if (scopes === undefined) return undefined
  let variables: ReadonlyMap<Syntax, Variable> | undefined
  let parents: ReadonlyMap<Syntax, Syntax> | undefined
  return {
    path, text, program, isEsModule,
    parentOf(node) {
      parents ??= parentsIn(program)
      return parents.get(node)
    },
    variableOf(identifier) {
      variables ??= variablesIn(scopes)
      return variables.get(identifier)
    },
  }
}

function parentsIn(program: Syntax): ReadonlyMap<Syntax, Syntax> {
  const parents = new Map<Syntax, Syntax>()
  const stack = [program]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (const child of childrenOf(node)) {
      parents.set(child, node)
      stack.push(child)
    }
  }
  return parents
}

/** Every identifier that declares or uses a variable of the module. */
function variablesIn(scopes: ScopeManager): ReadonlyMap<Syntax, Variable> {
  const variables = new Map<Syntax, Variable>()
  for (const scope of scopes.scopes) {
    for (const variable of scope.variables) {
      if (variable.defs.length === 0) continue
      // A class has its name twice, also for itself inside: the outer one is what others refer to.
      for (const definition of variable.defs) if (!variables.has(definition.name)) variables.set(definition.name, variable)
      for (const reference of variable.references) variables.set(reference.identifier, variable)
    }
    // Names at the top of a script are resolved only when it runs, where scope managers go by the letter.
    for (const reference of scope.references) {
      const variable = reference.resolved ?? scopes.globalScope?.set.get(reference.identifier['name'] as string)
      if (variable !== undefined && variable.defs.length > 0) variables.set(reference.identifier, variable)
    }
  }
  return variables
}
