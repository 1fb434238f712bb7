/** Changes of a database that texts make by themselves, past every script: package scripts, workflows, Dockerfiles, Makefiles. */
import { effectsOfShell, mutates, surelyMutates, type TextEffect } from '../../analysis/database/mutations.ts'
import { commandsInDockerfile } from '../../analysis/docker/snippets.ts'
import { commandsInMakefile } from '../../analysis/make/snippets.ts'
import { commandsInManifest } from '../../analysis/manifest/snippets.ts'
import type { Snippet } from '../../analysis/shell/snippet.ts'
import { readWorkflow, type WorkflowJob } from '../../analysis/workflow/workflow.ts'
import type { Repository } from '../../core/repository.ts'
import type { Language, SourceFile } from '../../core/source-file.ts'
import { outsideOf } from './outside.ts'

/** A change, and where it stands in words: "script `db:reset`". Offsets are into the file, `end` exclusive. */
export interface InlineChange {
  readonly change: TextEffect
  readonly place: string
}

const HOLDERS: ReadonlySet<Language> = new Set(['manifest', 'workflow', 'dockerfile', 'makefile'])

/** Whether texts of a language hold commands that belong to no script. */
export function holdsCommands(language: Language | undefined): boolean {
  return language !== undefined && HOLDERS.has(language)
}

/** A database that nobody minds losing: on this machine, in a container, or one for tests. */
const LOCAL = /localhost|127\.0\.0\.1|host\.docker\.internal|\.env\.(?:test|local|dev|e2e|ci)\b|\bdocker(?:-compose)? (?:compose )?exec\b|:memory:|NODE_ENV=(?:test|development)\b/
/** Package scripts, targets and jobs that say so. */
const LOCAL_NAME = /(?:^|[:_.\s-])(?:dev|development|local|tests?|testing|e2e|ci|docker|preview|sandbox|integration|unit)(?:$|[:_.\s-])/i
const MIGRATES_LOCALLY = /\bprisma migrate dev\b|\bmigrate dev\b/

/** What a file changes surely, the first change of each of its commands; what it does through scripts is theirs. */
export function inlineChangesIn(file: SourceFile, repository: Repository): readonly InlineChange[] {
  const outside = outsideOf(repository)
  // Package scripts are judged in the manifest, not where they are called.
  const place = { text: (path: string) => outside.text?.(path.replace(/^\.\//, '')) }
  return snippetsOf(file).flatMap((snippet): readonly InlineChange[] => {
    if (LOCAL.test(snippet.text)) return []
    const effects = effectsOfShell(snippet.text, place).filter(effect => mutates(effect) && surelyMutates(effect))
    const change = effects.find(effect => !MIGRATES_LOCALLY.test(effect.what))
    if (change === undefined) return []
    return [{ change: { ...change, start: snippet.toFile(change.start), end: snippet.toFile(change.end) }, place: snippet.label }]
  })
}

function snippetsOf({ path, text, language }: SourceFile): readonly Snippet[] {
  switch (language) {
    case 'manifest': return commandsInManifest(text).filter(({ name }) => !LOCAL_NAME.test(name))
    case 'dockerfile': return LOCAL_NAME.test(path.replaceAll('/', ' ').replace(/^docker\b/, '')) ? [] : commandsInDockerfile(text)
    case 'makefile': return commandsInMakefile(text).filter(({ target }) => !LOCAL_NAME.test(target))
    case 'workflow': return workflowSnippets(text)
    default: return []
  }
}

function workflowSnippets(text: string): readonly Snippet[] {
  const { jobs, environment } = readWorkflow(text)
  return jobs.filter(job => !usesOwnDatabase(job) && ![...environment, ...job.environment].some(one => LOCAL.test(one.text)))
    .flatMap(({ steps }) => steps.flatMap(({ run, environment: own }) => (run === undefined || own.some(one => LOCAL.test(one.text)) ? [] : [run])))
}

/** Whether a job brings its database along: a service, or a container that it starts. */
function usesOwnDatabase({ id, name, services, steps }: WorkflowJob): boolean {
  return services.length > 0 || LOCAL_NAME.test(`${id} ${name}`) || steps.some(({ run, uses }) => /\bdocker(?:-compose| compose)?\s[^\n]{0,100}\b(?:up|run)\b|supabase (?:db )?start|pg_ctl|systemctl start/.test(run?.text ?? '') || /postgres|mysql|mongo|supabase|neon/i.test(uses ?? ''))
}
