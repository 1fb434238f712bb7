# file: scripts/check.sh
#!/usr/bin/env bash
set -e
set +e
npm test
code=$?
set -e
exit $code
