/** Routes of an OpenAPI or Swagger file. */
import type { Repository } from '../../core/repository.ts'
import { readJson, readYaml } from '../packages.ts'
import type { Route } from './routes.ts'
import { isRecord } from '../../core/record.ts'

/** Reads `paths` and the path parts of `servers` (or `basePath`). */
export function openApiRoutes(repository: Repository, file: string): readonly Route[] {
  const value = file.endsWith('.json') ? readJson(repository, file) : readYaml(repository, file)
  if (!isRecord(value) || !isRecord(value['paths'])) return []
  const servers = Array.isArray(value['servers']) ? value['servers'] as unknown[] : []
  const bases = servers.map(server => (isRecord(server) && typeof server['url'] === 'string' ? server['url'].replace(/^\w+:\/\/[^/]*/, '').replace(/\/$/, '') : ''))
  if (typeof value['basePath'] === 'string') bases.push(value['basePath'].replace(/\/$/, ''))
  const routes: Route[] = []
  for (const [path, item] of Object.entries(value['paths'])) {
    if (!isRecord(item)) continue
    for (const method of Object.keys(item)) {
      if (!/^(?:get|post|put|patch|delete|head|options)$/.test(method)) continue
      for (const base of new Set(['', ...bases])) routes.push({ method: method.toUpperCase(), path: base + path, file })
    }
  }
  return routes
}
