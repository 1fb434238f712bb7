/** Where a journey happens: a clone, in which commands are run, timed, written down and held to what was said of them. */
import { spawnSync } from 'node:child_process'

/** What was run, and what it said. */
export interface Step {
  /** As a person types it. */
  readonly command: string
  readonly output: string
  readonly code: number
  readonly seconds: number
}

/** What a step must come to. */
export interface Expected {
  /** Exit codes of which any will do. */
  readonly codes: readonly number[]
  /** What it must print. */
  readonly says?: readonly string[]
}

/** A step had another outcome than was said of it. */
export class Astray extends Error {
  override readonly name = 'Astray'
}

export interface Stage {
  readonly root: string
  readonly steps: readonly Step[]
  /**
   * Runs a command and writes it down.
   * @param command its words; the first is a program
   * @throws Astray when it ends or speaks otherwise than expected
   */
  run(command: readonly string[], expected: Expected): Step
  /** Writes down what was done without a command. */
  note(sentence: string): void
  /** Runs a command that is no step, such as a question of this script; its output. */
  ask(command: readonly string[]): string
}

const PERSON = { GIT_AUTHOR_NAME: 'Newcomer', GIT_AUTHOR_EMAIL: 'newcomer@example.org', GIT_COMMITTER_NAME: 'Newcomer', GIT_COMMITTER_EMAIL: 'newcomer@example.org' }

/** The environment of a person who has just cloned: nothing of git's, of a CI's or of this machine's settings. */
function freshEnvironment(programs: string | undefined, cache: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(?:GIT_\w+|GITHUB_\w+|CI|NO_COLOR|FORCE_COLOR|NODE_OPTIONS|npm_\w+)$/.test(name))
  const found = process.env['PATH'] ?? ''
  return {
    ...Object.fromEntries(kept), ...PERSON, PATH: programs === undefined ? found : `${programs}:${found}`, DOC_LOCKDOWN_CACHE: cache,
    GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', npm_config_audit: 'false', npm_config_update_notifier: 'false', npm_config_loglevel: 'error',
  }
}

/**
 * @param root the clone
 * @param programs a folder of programs that a person has installed besides, for `PATH`
 * @param cache what doc-lockdown remembers goes there
 */
export function createStage(root: string, programs: string | undefined, cache: string): Stage {
  const steps: Step[] = []
  const env = freshEnvironment(programs, cache)
  // Equal runs make equal commits: they are of the day of the commit that they stand on.
  const date = run(['git', 'log', '-1', '--format=%cI']).output.trim()
  Object.assign(env, { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date })

  function run([program = '', ...args]: readonly string[]): Step {
    const start = performance.now()
    const { status, stdout, stderr, error } = spawnSync(program, args, { cwd: root, env, encoding: 'utf8', maxBuffer: 1e9 })
    if (error !== undefined) throw error
    const command = [program, ...args].map(word => (/^[\w./@=:,+-]+$/.test(word) ? word : `'${word}'`)).join(' ')
    return { command, output: (stdout + stderr).replaceAll(root, '.'), code: status ?? -1, seconds: (performance.now() - start) / 1000 }
  }

  return {
    root,
    steps,
    run(command, { codes, says = [] }) {
      const step = run(command)
      const unsaid = says.filter(words => !step.output.includes(words))
      if (!codes.includes(step.code) || unsaid.length > 0) {
        const wanted = [`exit ${codes.join(' or ')}`, ...unsaid.map(words => `"${words}"`)].join(', ')
        throw new Astray(`\`${step.command}\` ended with ${String(step.code)}; expected ${wanted}:\n${step.output}`)
      }
      steps.push(step)
      return step
    },
    note(sentence) { steps.push({ command: `# ${sentence}`, output: '', code: 0, seconds: 0 }) },
    ask(command) {
      const { output, code } = run(command)
      if (code > 1) throw new Astray(`\`${command.join(' ')}\` ended with ${String(code)}:\n${output}`)
      return output
    },
  }
}
