import { describe, expect, test } from 'vitest'
import { gitHubServer } from '../../src/lookups/github/server.ts'
import { gitLabServer } from '../../src/lookups/gitlab/server.ts'
import { parseQuestion } from '../../src/lookups/question.ts'

const ALL = { GH_TOKEN: 'gh', GITHUB_TOKEN: 'github', GH_ENTERPRISE_TOKEN: 'enterprise' }

/** `base token`, or what is wrong. */
function github(host: string, environment: Record<string, string>): string | undefined {
  const server = gitHubServer(host, environment)
  return typeof server === 'object' ? `${server.base} ${server.token?.value ?? '-'}` : server
}

describe('GitHub servers, and the one host that a token belongs to', () => {
  test.each([
    ['github.com', {}, 'https://api.github.com -'],
    ['github.com', ALL, 'https://api.github.com gh'],
    ['github.com', { GITHUB_TOKEN: 'github' }, 'https://api.github.com github'],
    ['github.com', { GITHUB_TOKEN: ' github\n' }, 'https://api.github.com github'],
    ['ghe.corp.com', ALL, undefined],
    ['gitlab.com', ALL, undefined],
    ['evil.com', { ...ALL, GH_HOST: 'ghe.corp.com' }, undefined],
    // Named as gh has it.
    ['ghe.corp.com', { ...ALL, GH_HOST: 'ghe.corp.com', GITHUB_SERVER_URL: 'https://github.com' }, 'https://ghe.corp.com/api enterprise'],
    ['github.com', { ...ALL, GH_HOST: 'ghe.corp.com' }, 'https://api.github.com gh'],
    ['ghe.corp.com', { GH_TOKEN: 'gh', GH_HOST: 'ghe.corp.com' }, 'https://ghe.corp.com/api -'],
    // A runner of an enterprise server.
    ['ghe.corp.com', { GITHUB_TOKEN: 'github', GITHUB_SERVER_URL: 'https://ghe.corp.com', GITHUB_API_URL: 'https://ghe.corp.com/api/v3' }, 'https://ghe.corp.com/api github'],
    ['ghe.corp.com', { GITHUB_TOKEN: 'github', GITHUB_SERVER_URL: 'https://ghe.corp.com:8443', GITHUB_GRAPHQL_URL: 'https://ghe.corp.com:8443/api/graphql' }, 'https://ghe.corp.com:8443/api github'],
    ['ghe.corp.com', { GITHUB_TOKEN: 'github', GITHUB_SERVER_URL: 'https://ghe.corp.com:8443' }, 'https://ghe.corp.com:8443/api github'],
    ['github.com', { GITHUB_TOKEN: 'github', GITHUB_SERVER_URL: 'https://ghe.corp.com' }, 'https://api.github.com -'],
    ['github.com', { ...ALL, GITHUB_SERVER_URL: 'https://ghe.corp.com' }, 'https://api.github.com gh'],
    // A runner of github.com.
    ['github.com', { GITHUB_TOKEN: 'github', GITHUB_SERVER_URL: 'https://github.com', GITHUB_API_URL: 'https://api.github.com', GITHUB_GRAPHQL_URL: 'https://api.github.com/graphql' }, 'https://api.github.com github'],
    // An organisation with a subdomain.
    ['octo.ghe.com', { ...ALL, GH_HOST: 'octo.ghe.com' }, 'https://api.octo.ghe.com gh'],
    ['github.com', { ...ALL, GH_HOST: 'octo.ghe.com', GITHUB_SERVER_URL: 'https://octo.ghe.com' }, 'https://api.github.com -'],
    ['other.ghe.com', ALL, 'https://api.other.ghe.com -'],
    // The API's address alone says whose it is.
    ['github.com', { ...ALL, GITHUB_API_URL: 'https://ghe.corp.com/api/v3' }, 'https://api.github.com gh'],
    ['ghe.corp.com', { ...ALL, GITHUB_API_URL: 'https://ghe.corp.com/api/v3' }, 'https://ghe.corp.com/api enterprise'],
    ['github.com', { ...ALL, GITHUB_SERVER_URL: 'https://github.com', GITHUB_API_URL: 'https://evil.com' }, 'GITHUB_API_URL is not of github.com'],
    ['github.com', { ...ALL, GITHUB_SERVER_URL: 'https://github.com', GITHUB_API_URL: 'http://api.github.com' }, 'GITHUB_API_URL is not https'],
    ['github.com', { ...ALL, GITHUB_SERVER_URL: 'https://github.com', GITHUB_GRAPHQL_URL: 'https://api.github.com' }, 'GITHUB_GRAPHQL_URL does not end with /graphql'],
    ['github.com', { ...ALL, GITHUB_SERVER_URL: 'https://github.com', GITHUB_API_URL: 'api' }, 'GITHUB_API_URL is no URL'],
    ['github.com', { ...ALL, GITHUB_GRAPHQL_URL: 'http://127.0.0.1:1/graphql' }, 'http://127.0.0.1:1 gh'],
    ['github.com', { ...ALL, GITHUB_GRAPHQL_URL: 'http://127.evil.com/graphql', GITHUB_SERVER_URL: 'https://github.com' }, 'GITHUB_GRAPHQL_URL is not of github.com'],
  ] as const)('%s with %j', (host, environment, expected) => {
    expect(github(host, environment)).toBe(expected)
  })
})

describe('GitLab servers', () => {
  test.each([
    ['gitlab.com', { GITLAB_TOKEN: 't' }, 'https://gitlab.com/api/v4 t'],
    ['gitlab.com', { GITLAB_TOKEN: 't', GITLAB_HOST: 'https://gl.corp.com' }, 'https://gitlab.com/api/v4 -'],
    ['gl.corp.com', { GITLAB_TOKEN: 't', GITLAB_HOST: 'https://gl.corp.com' }, 'https://gl.corp.com/api/v4 t'],
    ['gl.corp.com', { GITLAB_ACCESS_TOKEN: 't', CI_SERVER_HOST: 'gl.corp.com', CI_API_V4_URL: 'https://gl.corp.com/x/api/v4' }, 'https://gl.corp.com/x/api/v4 t'],
    ['gl.corp.com', { GITLAB_TOKEN: 't', CI_SERVER_HOST: 'gl.corp.com', CI_API_V4_URL: 'https://evil.com/api/v4' }, 'CI_API_V4_URL is not of gl.corp.com'],
    ['gl.corp.com', { GITLAB_TOKEN: 't', CI_SERVER_HOST: 'gl.corp.com', CI_API_V4_URL: 'http://gl.corp.com/api/v4' }, 'CI_API_V4_URL is not https'],
    ['evil.com', { GITLAB_TOKEN: 't' }, undefined],
  ] as const)('%s with %j', (host, environment, expected) => {
    const server = gitLabServer(host, environment)
    expect(typeof server === 'object' ? `${server.base} ${server.token?.value ?? '-'}` : server).toBe(expected)
  })
})

test.each([
  ['numbered:github.com/a/b#12', { kind: 'numbered', repository: { host: 'github.com', owner: 'a', name: 'b' }, number: 12 }],
  ['numbered:gitlab.com/a/s/b#12', { kind: 'numbered', repository: { host: 'gitlab.com', owner: 'a/s', name: 'b' }, number: 12 }],
  ['release:github.com/a/b@pkg/x@1#2', { kind: 'release', repository: { host: 'github.com', owner: 'a', name: 'b' }, tag: 'pkg/x@1#2' }],
  ['numbered:github.com/a/b#0', undefined],
  ['numbered:github.com/b#1', undefined],
  ['numbered:github.com/a/b@v1', undefined],
  ['release:github.com/a/b#1', undefined],
  ['other:github.com/a/b#1', undefined],
])('the key %s', (key, expected) => {
  expect(parseQuestion(key)).toEqual(expected === undefined ? undefined : { key, ...expected })
})
