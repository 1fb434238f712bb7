import { routesIn, type RouteTarget } from '../../src/analysis/routes/mentions.ts'
import { defineDocRule } from '../../src/core/rule.ts'
import { judgeRoute } from '../../src/facts/routes/judge-route.ts'

export interface NoMissingRoutesOptions {
  readonly hosts: readonly string[]
  readonly ignore: readonly string[]
}

/** Routes that a document names must be served, with the method it says. */
export const noMissingRoutes = defineDocRule<RouteTarget, NoMissingRoutesOptions>({
  id: 'no-missing-routes',
  meta: {
    description: 'Disallow HTTP routes that the repository does not serve, or not with that method',
    schema: {
      type: 'object',
      properties: {
        hosts: { type: 'array', items: { type: 'string' }, uniqueItems: true, description: 'Hosts whose routes are this repository\'s, besides localhost and variables.' },
        ignore: { type: 'array', items: { type: 'string' }, uniqueItems: true, description: 'Paths that are never judged.' },
      },
      additionalProperties: false,
    },
    defaultOptions: { hosts: [], ignore: [] },
    messages: {
      missing: 'No route serves `{{path}}`.',
      method: 'No route serves `{{method}} {{path}}`.',
    },
    recommended: false,
    fixable: true,
  },
  references: routesIn,
  verify(reference, repository, options) {
    return options.ignore.includes(reference.target.path) ? undefined : judgeRoute(reference, repository, options.hosts)
  },
})
