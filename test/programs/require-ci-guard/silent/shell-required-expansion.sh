#!/bin/sh
: "${CI:?runs in CI only}"
psql "$DATABASE_URL" -f seed.sql
