/** What a file says about environment variables. */

/** One place where a variable is read or set. */
export interface VariableUse {
  readonly name: string
  /** 1-based. */
  readonly line: number
  readonly how: 'read' | 'set'
  /** What happens without a value, where the code says so: `defaulted` has another value then. */
  readonly need: 'required' | 'optional' | 'defaulted' | undefined
  /** A declaration by a schema (zod, envalid, `.env.example` …): the list of what a program takes, not one access. */
  readonly declared: boolean
}

/** A family of names that code builds: `process.env[prefix + '_CERT']` has a suffix only. */
export interface BuiltName {
  readonly prefix: string
  readonly suffix: string
}

export interface EnvironmentReading {
  readonly uses: readonly VariableUse[]
  /** Names that are computed: whatever fits one of these may be read. */
  readonly built: readonly BuiltName[]
}

/** Collects what a reader finds; lines are derived from offsets. */
export class Collector {
  readonly uses: VariableUse[] = []
  readonly built: BuiltName[] = []
  readonly #text: string
  #line = 1
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  /** Notes a use at a 0-based offset. */
  use(name: string, offset: number, how: VariableUse['how'] = 'read', need?: VariableUse['need'], declared = false): void {
    this.uses.push({ name, line: this.#lineAt(offset), how, need, declared })
  }

  /** Notes a computed name; one of which nothing is known says nothing. */
  build(prefix: string, suffix = ''): void {
    if (prefix.length + suffix.length >= 2) this.built.push({ prefix, suffix })
  }

  /** Offsets mostly rise within one pattern; each new pattern starts over. */
  #lineAt(offset: number): number {
    if (offset < this.#at) {
      this.#line = 1
      this.#at = 0
    }
    for (let next = this.#text.indexOf('\n', this.#at); next >= 0 && next < offset; next = this.#text.indexOf('\n', this.#at)) {
      this.#line++
      this.#at = next + 1
    }
    return this.#line
  }
}

/** Whether a name fits a family. */
export function fits(name: string, { prefix, suffix }: BuiltName): boolean {
  return name.length > prefix.length + suffix.length && name.startsWith(prefix) && name.endsWith(suffix)
}
