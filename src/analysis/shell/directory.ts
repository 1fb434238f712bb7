/** Where the reader stands after the commands before. */
import type { ClonedFolder, ParsedCommand } from './command.ts'

/** A place: a folder that may be known, or a folder inside a clone. */
export interface Standing {
  readonly directory: string | undefined
  readonly clone: ClonedFolder | undefined
}

const HOME: Standing = { directory: '', clone: undefined }
const NOWHERE: Standing = { directory: undefined, clone: undefined }

/** Follows `cd`, `pushd`, `popd`, subshells, `git clone` and `mkdir` through the blocks of a section. */
export class Walker {
  #at: Standing = HOME
  #stack: Standing[] = []
  /** Folders that the commands before made: clones by folder name, and fresh folders with `undefined`. */
  readonly #made = new Map<string, string | undefined>()
  #last: { readonly target: string; readonly from: Standing } | undefined
  #freshBlock = false

  get standing(): Standing {
    return this.#at
  }

  /** A new block of the same section begins. */
  beginBlock(): void {
    this.#stack = []
    this.#freshBlock = true
  }

  /** A subshell begins; what it does to the folder ends with it. */
  open(): void {
    this.#stack.push(this.#at)
  }

  close(): void {
    this.#at = this.#stack.pop() ?? this.#at
  }

  /** Takes note of a command that was just run. */
  follow(command: ParsedCommand): void {
    const [name, ...args] = command.words
    if (name?.text === 'git' && args[0]?.text === 'clone') this.#cloned(args.slice(1).map(word => word.text))
    else if (name?.text === 'mkdir') for (const word of args) this.#made.set(word.text.replace(/\/+$/, ''), undefined)
    else if (name?.text === 'popd') this.#at = NOWHERE
    else if (name?.text === 'cd' || name?.text === 'pushd' || name?.text === 'Set-Location' || name?.text === 'chdir') {
      const target = args.find(word => !/^(?:-[LPe@]+|--|\/d)$/.test(word.text))
      this.#enter(target === undefined || target.dynamic || target.glob ? undefined : target.text)
    }
  }

  #cloned(args: readonly string[]): void {
    const plain: string[] = []
    for (let index = 0; index < args.length; index++) {
      const word = args[index] ?? ''
      if (/^(?:-b|--branch|--depth|-o|--origin|-c|--config|-j|--jobs|--filter|--reference)$/.test(word)) index++
      else if (!word.startsWith('-')) plain.push(word)
    }
    const url = plain[0]
    if (url === undefined) return
    const folder = plain[1] ?? /([^/:]+?)(?:\.git)?\/?$/.exec(url)?.[1] ?? url
    this.#made.set(folder.replace(/\/+$/, ''), url)
    // A clone starts a new story: the reader isn't inside this checkout yet.
    if (this.#freshBlock) this.#at = HOME
  }

  #enter(target: string | undefined): void {
    const from = this.#at
    // Tabs for npm, yarn and pnpm repeat the same steps: the same first `cd` is an alternative, not one level more.
    const again = this.#freshBlock && this.#last !== undefined && this.#last.target === target && target !== '..'
    const base = again && this.#last !== undefined ? this.#last.from : from
    this.#freshBlock = false
    if (target !== undefined) this.#last = { target, from: base }
    this.#at = target === undefined ? this.#dynamicEntry() : this.#resolve(base, target)
  }

  /** `cd <repository>` right after `git clone` of it still is the clone. */
  #dynamicEntry(): Standing {
    const urls = [...this.#made.values()].filter(url => url !== undefined)
    const url = urls.at(-1)
    return url !== undefined && this.#at.directory === '' ? { directory: undefined, clone: { url, directory: '' } } : NOWHERE
  }

  #resolve(base: Standing, target: string): Standing {
    if (target === '-' || target.startsWith('/') || target.startsWith('~') || /^[A-Za-z]:/.test(target)) return NOWHERE
    if (base.clone !== undefined) {
      const inside = joined(base.clone.directory, target)
      const fresh = this.#made.has(target) && this.#made.get(target) === undefined
      return fresh || inside === undefined || inside.startsWith('..') ? NOWHERE : { directory: undefined, clone: { url: base.clone.url, directory: inside } }
    }
    if (base.directory === undefined) return NOWHERE
    const folder = joined(base.directory, target)
    if (folder === undefined) return NOWHERE
    const first = folder.split('/')[0] ?? ''
    const made = this.#made.has(folder) ? folder : first
    if (!this.#made.has(made)) return { directory: folder, clone: undefined }
    const url = this.#made.get(made)
    return url === undefined ? NOWHERE : { directory: undefined, clone: { url, directory: folder.slice(made.length + 1) } }
  }
}

/** Joins two relative paths; leading `..` stay. `undefined` for something absurdly deep. */
function joined(base: string, target: string): string | undefined {
  const parts: string[] = base === '' ? [] : base.split('/')
  for (const part of target.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else parts.push(part)
  }
  return parts.length > 100 ? undefined : parts.join('/')
}
