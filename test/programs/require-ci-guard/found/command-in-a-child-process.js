const { execSync } = require('node:child_process')
execSync('npx prisma migrate deploy', { stdio: 'inherit' }) // expect: require-ci-guard
