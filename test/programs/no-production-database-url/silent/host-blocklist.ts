const BLOCKED_HOSTS = ['db.prod.acmeshop.io', 'replica.prod.acmeshop.io']
const FORBIDDEN_URLS = ['postgres://app@db.prod.acmeshop.io/shop']

export function assertSafe(url: string): void {
  if (url.startsWith('postgres://app@db.prod.acmeshop.io')) throw new Error('no')
  if (BLOCKED_HOSTS.includes(new URL(url).host) || FORBIDDEN_URLS.includes(url)) throw new Error('no')
}
