import postgres from 'postgres'

export const sql = postgres('postgres://shop:shop@db:5432/shop_production')
