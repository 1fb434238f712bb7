Write-Host "deploying"
npx prisma migrate deploy # expect: require-ci-guard
