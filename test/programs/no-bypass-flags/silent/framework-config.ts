// file: next.config.js
if (!process.env.SKIP_ENV_VALIDATION) await import('./src/env.js')
export default { reactStrictMode: true }
// file: src/app/page.tsx
export const dynamic = 'force-dynamic'
