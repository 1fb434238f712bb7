$ErrorActionPreference = 'Stop'
npm version patch
git push origin main --no-verify # expect: no-bypass-flags
