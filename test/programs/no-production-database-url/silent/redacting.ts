const KEYS = ['DATABASE_URL', 'PROD_DATABASE_URL', 'PRODUCTION_DB_PASSWORD']

export function redact(env: Record<string, string | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(env).map(([key, value]) => [key, KEYS.includes(key) ? '***' : value]))
}
