import { $ } from 'zx'

await $`gh pr merge ${process.argv[2] ?? ''} --squash --auto`
await $`psql --username admin -c "select 1"`
await $`rm --force dist/out.js`
await $`npm publish --no-git-checks`.nothrow()
