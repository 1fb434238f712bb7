declare global {
  namespace NodeJS {
    interface ProcessEnv {
      PROD_DATABASE_URL?: string
      DATABASE_URL: string
    }
  }
}
export type Stage = 'prod-db' | 'staging-db'
