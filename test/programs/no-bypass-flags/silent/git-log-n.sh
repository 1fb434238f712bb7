# file: scripts/notes.sh
#!/bin/sh
set -e
git log -n 20 --oneline
git show --no-patch HEAD
git clean -n
git commit -m "chore: --no-verify is not welcome here"
head -n 3 CHANGELOG.md
