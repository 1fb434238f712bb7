# file: scripts/release.sh
#!/usr/bin/env bash
set -euo pipefail
VERSION="$1"
git add CHANGELOG.md
git commit -n -m "release: ${VERSION}" # expect: no-bypass-flags
git push origin "v${VERSION}"
