#!/usr/bin/env bash
set -euo pipefail

BRANCH="release/$1"
git branch -D "$BRANCH" 2>/dev/null || true
git switch --force-create "$BRANCH"
npm version "$1" --no-git-tag-version
git add --force dist
git commit -m "chore: release $1"
git push --force-with-lease -u origin "$BRANCH"
gh pr create --fill --base main || true
gh pr merge "$BRANCH" --squash --auto --delete-branch
rm --force package.tgz
