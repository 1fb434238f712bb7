// postgres://app:pw@db.prod.acmeshop.io/shop is not for us
/** PROD_DATABASE_URL is read in CI. */
export interface Env { PROD_DATABASE_URL?: string }
