import type { Target } from '../../src/analysis/versions/target.ts'
import { claimsIn } from '../../src/analysis/versions/claims.ts'
import { defineDocRule } from '../../src/core/rule.ts'
import type { Reference } from '../../src/core/reference.ts'
import { judgePort } from '../../src/facts/versions/judge-port.ts'
import { judgeVersion } from '../../src/facts/versions/judge-version.ts'
import type { PortTarget, VersionTarget } from '../../src/analysis/versions/target.ts'

export interface ConsistentVersionsOptions {
  readonly ignore: readonly string[]
  readonly ports: boolean
}

/** Versions and ports that a document states must be those of the repository, where it says any. */
export const consistentVersions = defineDocRule<Target, ConsistentVersionsOptions>({
  id: 'consistent-versions',
  meta: {
    description: 'Require versions and ports that a document states to be those of manifests, version files, images, workflows and code',
    schema: {
      type: 'object',
      properties: {
        ignore: { type: 'array', items: { type: 'string' }, uniqueItems: true, description: 'Tools and packages that are never judged: `node`, `pnpm`, `postgres`, `react`.' },
        ports: { type: 'boolean', description: 'Whether ports are judged too.' },
      },
      additionalProperties: false,
    },
    defaultOptions: { ignore: [], ports: true },
    messages: {
      version: 'The document says {{stated}}, the repository does not.',
      port: 'The document says port {{port}}, the repository does not.',
    },
    recommended: true,
    fixable: true,
  },
  references: claimsIn,
  verify(reference, repository, options) {
    const { target } = reference
    if (target.kind === 'port') return options.ports ? judgePort(reference as Reference<PortTarget>, repository) : undefined
    return options.ignore.includes(target.tool) ? undefined : judgeVersion(reference as Reference<VersionTarget>, repository)
  },
})
