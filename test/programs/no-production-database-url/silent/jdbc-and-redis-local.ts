export const JDBC = 'jdbc:postgresql://localhost:5432/shop'
export const CACHE = process.env.REDIS_URL ?? 'redis://redis:6379/0'
export const QUEUE = 'redis://cache.acmeshop.io:6379'
