const { execSync } = require('node:child_process')

process.env.HUSKY = '0' // expect: no-bypass-flags
execSync('git commit -am "update snapshots"')
