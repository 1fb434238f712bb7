import { execSync } from 'node:child_process'

execSync('pg_dump postgresql://backup:bk@db.production.tidal.app:5432/tidal > dump.sql') // expect: no-production-database-url
