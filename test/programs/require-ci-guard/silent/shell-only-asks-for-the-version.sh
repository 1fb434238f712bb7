#!/usr/bin/env bash
psql --version
node build.js
