#!/usr/bin/env node
/** The file behind the `bin`: the package is one of ES modules, the command is not (see bundle.config.ts). */
import { createRequire } from 'node:module'

createRequire(import.meta.url)('./cli/main.cjs')
