const { execSync } = require('child_process')

execSync('npm test', { stdio: 'inherit' })
execSync('git fetch --force --tags')
execSync('git push --force-with-lease')
execSync('npm ci --no-audit --no-fund --ignore-scripts')
