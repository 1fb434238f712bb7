#!/usr/bin/env bash
set -euo pipefail

BRANCH="release/$1"
git switch -c "$BRANCH"
npm version "$1" --no-git-tag-version
git add package.json package-lock.json
git commit -m "chore: release $1"
git push -u origin "$BRANCH"
gh pr create --fill --base main
gh pr merge "$BRANCH" --squash --admin --delete-branch # expect: no-bypass-flags
