#!/bin/bash
set +e # expect: no-bypass-flags
npm test
set -e
npm run build
