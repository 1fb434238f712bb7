# file: .husky/pre-commit
[ -n "$CI" ] && exit 0
npx lint-staged
