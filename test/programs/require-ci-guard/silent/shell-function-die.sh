#!/usr/bin/env bash
die() { echo "$1" >&2; exit 1; }
[[ "$CI" == "true" ]] || die "CI only"
mysql "$DB" < seed.sql
