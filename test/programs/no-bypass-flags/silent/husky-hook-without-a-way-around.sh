# file: .husky/pre-commit
#!/usr/bin/env sh

if ! git diff --cached --name-only | grep -qE '\.(ts|tsx|js)$'; then
  echo "no code changed"
  exit 0
fi

npx lint-staged
npm run typecheck
