export const config = {
  host: 'smtp.production.lumen.app',
  bucket: 'https://prod-assets.s3.amazonaws.com',
  apiHost: process.env.PROD_API_HOST,
  search: { host: 'https://search.prod.lumen.app' },
}
