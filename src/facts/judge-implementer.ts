/** Whether a job, a workflow or a script that a document names exists. */
import { nearestName } from '../core/nearest-name.ts'
import { replacing } from '../core/fix.ts'
import type { Reference } from '../core/reference.ts'
import type { Repository } from '../core/repository.ts'
import { holds, unknown, type Verdict } from '../core/verdict.ts'
import { packagesFact } from './packages.ts'
import { tasksFact } from './tasks.ts'
import { workflowsFact } from './workflow-jobs.ts'

/** Judges the name of what implements a gate. Message ids: `job`, `workflow`, `script`. */
export function judgeImplementer(repository: Repository, as: 'job' | 'workflow' | 'script', name: string, reference: Reference): Verdict {
  if (as === 'script') return judgeScriptName(repository, name, reference)
  const workflows = repository.get(workflowsFact)
  if (workflows.length === 0) return unknown('the repository has no workflows that can be read')
  if (as === 'workflow') {
    const found = workflows.find(one => one.file === name || one.name === name || one.file.replace(/\.ya?ml$/, '') === name)
    return found === undefined ? missing('workflow', name, workflows.map(one => one.file), reference) : holds(found.path)
  }
  const found = workflows.find(one => one.jobs.has(name) || [...one.jobs.values()].includes(name))
  return found === undefined ? missing('job', name, workflows.flatMap(one => [...one.jobs.keys()]), reference) : holds(found.path)
}

function judgeScriptName(repository: Repository, name: string, reference: Reference): Verdict {
  const packages = repository.get(packagesFact)
  const [found] = packages.withScript(name)
  if (found !== undefined) return holds(found.path)
  if (packages.all.length === 0) return unknown('the repository has no package.json')
  const tasks = repository.get(tasksFact)
  if (tasks.filesOf('make').concat(tasks.filesOf('just')).some(file => file.names.has(name))) return holds()
  return missing('script', name, packages.all.flatMap(one => [...one.scripts.keys()]), reference)
}

function missing(messageId: string, name: string, known: readonly string[], reference: Reference): Verdict {
  const near = nearestName(name, known)
  const evidence = near === undefined ? known.length === 0 ? 'there are none' : `there are ${[...new Set(known)].slice(0, 6).map(one => `\`${one}\``).join(', ')}` : `nearest: \`${near}\``
  return { status: 'broken', confidence: 'high', messageId, data: { name }, evidence, ...(near === undefined ? {} : replacing(reference, name, near)) }
}
