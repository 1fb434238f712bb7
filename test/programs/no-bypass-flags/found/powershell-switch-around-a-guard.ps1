param([switch]$Force)
if ($env:CI -ne 'true' -and -not $Force) { # expect: no-bypass-flags
  throw 'CI only'
}
$env:HUSKY = '0' # expect: no-bypass-flags
git commit -am 'release'
