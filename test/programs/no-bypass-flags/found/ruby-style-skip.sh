# file: .husky/commit-msg
#!/bin/sh
if [ "$BYPASS_COMMITLINT" = "true" ]; then exit 0; fi # expect: no-bypass-flags
npx --no-install commitlint --edit "$1"
