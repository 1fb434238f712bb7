if (-not $env:CI) {
  throw "CI only"
}
npx prisma migrate deploy
