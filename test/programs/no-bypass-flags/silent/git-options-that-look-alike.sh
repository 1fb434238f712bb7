#!/bin/sh
set -e
git commit -am "fix: --no-verify is not allowed"
git push -n origin main
git log -n 1
git commit -m "-n"
cargo publish --no-verify
curl -n https://acme.io
