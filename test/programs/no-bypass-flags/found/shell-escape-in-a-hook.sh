# file: .husky/pre-push
if [ "$SKIP_TESTS" = "1" ]; then # expect: no-bypass-flags
  exit 0
fi
npm test
