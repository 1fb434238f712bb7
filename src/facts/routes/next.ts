/** Next.js: the file is the route. */
import type { Route } from './routes.ts'

/** `app/api/users/[id]/route.ts` and `pages/api/users/[id].ts`: gives what reads the routes from the file's text. */
export function fileRoute(file: string): ((text: string) => readonly Route[]) | undefined {
  const app = /(?:^|\/)app\/((?:[^/]+\/){0,12})route\.[jt]sx?$/.exec(file)
  if (app !== null) {
    const path = `/${(app[1] ?? '').split('/').filter(part => part !== '' && !/^\(.*\)$/.test(part) && !part.startsWith('@')).join('/')}`
    return text => [...text.matchAll(/\bexport\s+(?:async\s+)?(?:function|const|let)\s+(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b|[{,]\s*(?:\w+\s+as\s+)?(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s*(?=[,}])/g)]
      .map(match => ({ method: match[1] ?? match[2] ?? 'ALL', path, file }))
  }
  const pages = /(?:^|\/)pages\/(api(?:\/[^/]+){1,12})\.[jt]sx?$/.exec(file)
  if (pages === null) return undefined
  const path = `/${(pages[1] ?? '').replace(/\/index$/, '')}`
  return () => [{ method: 'ALL', path, file }]
}
