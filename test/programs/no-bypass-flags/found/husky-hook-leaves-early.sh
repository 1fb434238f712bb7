# file: .husky/pre-push
#!/usr/bin/env sh
. "$(dirname -- "$0")/_/husky.sh"

if [ -n "$SKIP_CHECKS" ]; then # expect: no-bypass-flags
  echo "checks skipped"
  exit 0
fi

npm run typecheck
npm test
