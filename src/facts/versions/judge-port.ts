/** The verdict on a port that a document states. */
import { planOf } from '../../analysis/audience.ts'
import type { PortTarget } from '../../analysis/versions/target.ts'
import { replacing } from '../../core/fix.ts'
import type { Reference } from '../../core/reference.ts'
import type { Repository } from '../../core/repository.ts'
import { holds, unknown, type Verdict } from '../../core/verdict.ts'
import { packagesFact } from '../packages.ts'
import { numberPlaces, portSourcesFact } from './ports.ts'
import { levelsFor } from './scope.ts'

/** What a line says around the number of a port. */
const ABOUT_PORTS = /port|listen|localhost|127\.0\.0\.1|0\.0\.0\.0|\bhost|addr|serv|url|expose|\s-p\b|:\d{2,5}\b|\d{2,5}:/i
/** Numbers of another kind: milliseconds, sizes. */
const OTHER_NUMBERS = /timeout|delay|interval|sleep|wait|limit|\bms\b|duration|ttl|max|min|size|length|width|height|z-index|color/i
/** Ports that development servers take of themselves. */
const DEFAULTS: readonly (readonly [number, RegExp])[] = [
  [3000, /^(?:next|nuxt|react-scripts|@docusaurus\/core|@remix-run\/dev|@rsbuild\/core|serve|blitz)$/], [5173, /^(?:vite|vitepress|@sveltejs\/kit|@react-router\/dev)$/],
  [4173, /^vite$/], [4321, /^astro$/], [4200, /^@angular\/cli$/], [6006, /^(?:storybook|@storybook\/.*)$/], [8000, /^gatsby$/], [8080, /^(?:@vue\/cli-service|webpack-dev-server|vuepress|http-server|@11ty\/eleventy)$/],
  [8787, /^wrangler$/], [8081, /^(?:expo|react-native|metro)$/], [1337, /^(?:@strapi\/strapi|sails)$/], [5555, /^prisma$/], [1234, /^parcel$/], [54321, /^supabase$/], [54323, /^supabase$/],
  [1420, /^@tauri-apps\/cli$/], [51204, /^vitest$/], [3333, /^@adonisjs\/core$/], [3210, /^convex$/], [8888, /^netlify-cli$/],
]
/**
 * More ports than these are many services, of which nobody can tell the one that is meant (cline's manual of a sister product:
 * three false alarms when three were allowed).
 */
const MOST_PORTS = 1

/** Judges one port. */
export function judgePort(reference: Reference<PortTarget>, repository: Repository): Verdict {
  const { path, target: { port, own } } = reference
  const places = repository.ask(numberPlaces(port))
  if (places === undefined) return unknown('the files were not searched')
  const stated = places.find(({ path: file, text }) => ABOUT_PORTS.test(text) && !/(?:^|\/)(?:tests?|__tests__|node_modules)\//.test(file)) ?? places.find(({ text }) => ABOUT_PORTS.test(text))
  if (stated !== undefined) return holds(`\`${stated.path}:${String(stated.line)}\``)
  if (!own) return unknown('nothing in the repository says whose port it is')
  const loose = places.find(({ text }) => !OTHER_NUMBERS.test(text))
  if (loose !== undefined) return unknown(`the number stands in \`${loose.path}:${String(loose.line)}\``)
  const genre = planOf(path)
  if (genre !== undefined) return unknown(`the document is a ${genre}: its ports speak of another day`)
  const dependencies = repository.get(packagesFact).all.flatMap(one => [...one.dependencies])
  if (DEFAULTS.some(([number, name]) => number === port && dependencies.some(one => name.test(one)))) return unknown('a development server takes this port of itself')
  const { nearest } = levelsFor(path, repository.get(portSourcesFact))
  const ports = new Set(nearest.map(one => one.port))
  const [first] = nearest
  if (first === undefined) return unknown('no file here says a port')
  if (ports.size > MOST_PORTS) return unknown('many ports are stated here')
  return {
    status: 'broken', confidence: 'medium', messageId: 'port', data: { port: String(port) },
    evidence: [...ports].map((one) => {
      const source = nearest.find(candidate => candidate.port === one) ?? first
      return `\`${source.path}:${String(source.line)}\` says ${String(one)}`
    }).join(', '),
    ...(ports.size === 1 ? replacing(reference, String(port), String(first.port)) : {}),
  }
}
