# settings: {"deployScripts": ["scripts/*"]}
$ErrorActionPreference = 'Stop'
if ($env:CI -ne 'true') { throw 'CI only' }
Write-Host 'migrating'
npx prisma migrate deploy
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
