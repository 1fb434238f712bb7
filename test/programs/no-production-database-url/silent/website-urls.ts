export const SITE = process.env.NODE_ENV === 'production' ? 'https://www.acmepay.io' : 'http://localhost:3000'
export const API = 'https://api.production.acmepay.io/v1'
export const CDN = process.env.PROD_CDN_URL ?? 'https://cdn.acmepay.io'
export const SENTRY = process.env.PRODUCTION_SENTRY_DSN
