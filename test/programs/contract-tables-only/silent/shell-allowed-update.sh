#!/bin/sh
psql "$DATABASE_URL" -c "UPDATE services SET price = 1"
psql "$DATABASE_URL" -c "SELECT * FROM users"
<!-- file: MUTATION_CONTRACT.md -->
# Production mutation contract

## Allowed scripts

1. `scripts/program.sh`: copies the catalogue

## Allowed tables

- `services`: name, price, groupId
- `groups`

## Forbidden operations

- DELETE operations (except soft deletes by isActive)
- TRUNCATE operations
- DROP operations (except in migrations)
