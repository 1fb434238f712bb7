/** What documents state versions of, and by which names. */

/** A runtime, package manager, service or library. */
export interface Tool {
  /** `node`, `postgres`; for a library the name of its npm package. */
  readonly id: string
  /** As people write it. */
  readonly label: string
  /** A regular expression for its names, letter case as it stands. */
  readonly names: string
  /** Numbers that can be a version of it: "Go 2" is a move, "node 3" a machine. */
  readonly plausible: RegExp
  readonly library: boolean
}

const ANY = /^/
const tool = (id: string, label: string, names: string, plausible = ANY): Tool => ({ id, label, names, plausible, library: false })
const library = (id: string, label: string, names = label.replace(/\./g, '\\.'), plausible = ANY): Tool => ({ id, label, names, plausible, library: true })

/** Longer names come before those that they contain. */
export const TOOLS: readonly Tool[] = [
  tool('node', 'Node.js', 'Node\\.?[jJ][sS]|node\\.js|nodejs|Node|node', /^(?:0\.1\d|[4-9]\b|[1-9]\d\b)/),
  tool('python', 'Python', 'CPython|Python|python', /^[23](?:\.|$)/),
  tool('go', 'Go', 'Golang|golang|Go', /^1\.\d/),
  tool('ruby', 'Ruby', 'Ruby', /^[1-9]\.\d/),
  tool('rust', 'Rust', 'Rust|rustc|MSRV', /^1\.\d/),
  tool('java', 'Java', 'OpenJDK|Java SE|Java JDK|Java|JDK', /^(?:1\.[5-9]|[5-9]|[1-3]\d)(?:\.|$)/),
  tool('dotnet', '.NET', '\\.NET(?: Core)?(?: SDK)?', /^(?:[1-9]|1\d)(?:\.|$)/),
  tool('php', 'PHP', 'PHP', /^[5-9](?:\.|$)/),
  tool('pnpm', 'pnpm', 'pnpm|PNPM', /^\d{1,2}(?:\.|$)/),
  tool('npm', 'npm', 'npm|NPM', /^\d{1,2}(?:\.|$)/),
  tool('yarn', 'Yarn', 'Yarn|yarn', /^[0-9](?:\.|$)/),
  tool('bun', 'Bun', 'Bun|bun', /^[01](?:\.|$)/),
  tool('deno', 'Deno', 'Deno', /^[12](?:\.|$)/),
  tool('postgres', 'PostgreSQL', 'PostgreSQL|Postgres|postgres', /^(?:9|1\d|2\d)(?:\.|$)/),
  tool('redis', 'Redis', 'Redis', /^[2-9](?:\.|$)/),
  tool('mysql', 'MySQL', 'MySQL', /^[5-9](?:\.|$)/),
  tool('mariadb', 'MariaDB', 'MariaDB', /^1\d(?:\.|$)/),
  tool('mongo', 'MongoDB', 'MongoDB', /^[2-9](?:\.|$)/),
  library('typescript', 'TypeScript', 'TypeScript', /^[2-9](?:\.|$)/),
  library('react-native', 'React Native'),
  library('react-router', 'React Router'),
  library('react', 'React', 'React\\.js|ReactJS|React'),
  library('next', 'Next.js', 'Next\\.?[jJ][sS]'),
  library('nuxt', 'Nuxt'),
  library('vue', 'Vue', 'Vue\\.js|Vue'),
  library('svelte', 'Svelte'),
  library('@angular/core', 'Angular', 'Angular'),
  library('astro', 'Astro'),
  library('tailwindcss', 'Tailwind CSS', 'Tailwind CSS|TailwindCSS|Tailwind'),
  library('prisma', 'Prisma'),
  library('vite', 'Vite'),
  library('vitest', 'Vitest'),
  library('jest', 'Jest'),
  library('eslint', 'ESLint'),
  library('webpack', 'webpack', 'webpack|Webpack'),
  library('electron', 'Electron'),
  library('expo', 'Expo', 'Expo SDK|Expo'),
  library('express', 'Express', 'Express\\.js|Express'),
  library('fastify', 'Fastify'),
  library('hono', 'Hono'),
  library('@nestjs/core', 'NestJS', 'NestJS'),
  library('playwright', 'Playwright'),
  library('turbo', 'Turborepo'),
  library('storybook', 'Storybook'),
  library('drizzle-orm', 'Drizzle ORM'),
  library('@trpc/server', 'tRPC', 'tRPC'),
]

const byId = new Map(TOOLS.map(one => [one.id, one]))
const byName = TOOLS.map(one => ({ one, pattern: new RegExp(`^(?:${one.names})$`) }))

/** How a tool is written; an unknown id is a package's name. */
export function labelOf(id: string): string {
  return byId.get(id)?.label ?? id
}

/** Whether an id is a package that a manifest depends on. */
export function isLibrary(id: string): boolean {
  return byId.get(id)?.library ?? true
}

/** The tool of a name as written. */
export function toolNamed(name: string): Tool | undefined {
  return byName.find(({ pattern }) => pattern.test(name))?.one
}
