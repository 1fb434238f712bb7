#!/usr/bin/env bash
if [ "${CI:-true}" != "true" ]; then exit 1; fi
psql "$DATABASE_URL" -c 'DELETE FROM sessions' # expect: require-ci-guard
