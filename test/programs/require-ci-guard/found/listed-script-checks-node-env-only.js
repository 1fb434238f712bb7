const { execSync } = require('child_process')

if (process.env.NODE_ENV !== 'production') {
  console.error('Refusing to migrate outside of production')
  process.exit(1)
}

console.log('> migrating')
execSync('npx prisma migrate deploy', { stdio: 'inherit' }) // expect: require-ci-guard
// file: docs/MUTATION_CONTRACT.md
# Mutation contract

## Allowed mutation scripts

- `scripts/program.js`: runs `prisma migrate deploy`, nothing else
