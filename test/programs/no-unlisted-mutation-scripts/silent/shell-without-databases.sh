#!/bin/sh
rm -rf dist
git push --force-with-lease
npm run build
