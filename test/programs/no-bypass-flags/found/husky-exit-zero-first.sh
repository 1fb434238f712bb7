# file: .husky/pre-push
#!/usr/bin/env sh
[ -n "$NO_CHECKS" ] && exit 0 # expect: no-bypass-flags
npm run test:unit
