/** Which name means which variable: the part of ESLint's and typescript-eslint's scope managers that we read. */
import { createRequire } from 'node:module'
import type { Syntax } from './syntax.ts'

export interface Definition {
  readonly type: 'ImportBinding' | 'Variable' | 'FunctionName' | 'ClassName' | 'Parameter' | 'CatchClause' | 'ImplicitGlobalVariable' | (string & {})
  /** The identifier that is declared. */
  readonly name: Syntax
  /** ImportBinding: the specifier. Variable: the declarator. FunctionName, ClassName: the declaration. Parameter: the function. */
  readonly node: Syntax
}

export interface VariableReference {
  readonly identifier: Syntax
  readonly resolved: Variable | null
  /** What is written, where it is written whole. */
  readonly writeExpr?: Syntax | null
  /** Whether it is written where it is declared: a default is. */
  readonly init?: boolean | undefined
  isWrite(): boolean
  isRead(): boolean
}

export interface Variable {
  readonly name: string
  readonly defs: readonly Definition[]
  readonly references: readonly VariableReference[]
}

interface Scope {
  readonly variables: readonly Variable[]
  readonly references: readonly VariableReference[]
  readonly set: ReadonlyMap<string, Variable>
}

export interface ScopeManager {
  readonly scopes: readonly Scope[]
  readonly globalScope: Scope | null
}

/** Resolves the names of a program; `undefined` for a tree that the scope manager does not accept. */
export function analyzeScopes(program: Syntax, isEsModule: boolean): ScopeManager | undefined {
  const { analyze } = createRequire(import.meta.url)('@typescript-eslint/scope-manager') as typeof import('@typescript-eslint/scope-manager')
  try {
    const manager: unknown = analyze(program as never, { lib: [], sourceType: isEsModule ? 'module' : 'commonjs' })
    return manager as ScopeManager
  } catch (error) {
    // Not a fault of ours: nesting without end, or syntax that it does not know.
    if (error instanceof RangeError || error instanceof TypeError) return undefined
    throw error
  }
}
