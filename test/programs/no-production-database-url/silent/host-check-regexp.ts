const PRODUCTION = /(?:\.rds\.amazonaws\.com|prod-db|db\.production\.acmepay\.io)/

export function isProduction(url: string): boolean {
  return PRODUCTION.test(url) || url.includes('prod-db.acmepay.io')
}
