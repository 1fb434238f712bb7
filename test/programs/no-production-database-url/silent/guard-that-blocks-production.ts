export function blockProductionDatabaseLocally(): void {
  if (process.env.CI === 'true') return
  if (process.env.PROD_DATABASE_URL) {
    throw new Error('PROD_DATABASE_URL must not be set on a developer machine')
  }
}
