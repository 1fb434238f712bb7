/** Which programs `yarn x`, `pnpm x` and `npx x` can find. Dependencies are not installed, so names have to tell. */
import { defineFact } from '../core/repository.ts'
import { packagesFact, unscoped } from './packages.ts'

export interface Binaries {
  /** Why a program of this name can be expected; `undefined` when nothing speaks for it. */
  providerOf(name: string): string | undefined
  /** Whether a package of the repository itself declares this binary. */
  own(name: string): boolean
}

/** Packages whose binaries can't be guessed from the name, from the manifests of the most installed command line tools. */
const PROVIDED: Readonly<Record<string, string>> = {
  typescript: 'tsc tsserver', '@playwright/test': 'playwright', '@changesets/cli': 'changeset', '@angular/cli': 'ng', '@vue/cli': 'vue',
  '@vue/cli-service': 'vue-cli-service', '@nestjs/cli': 'nest', '@storybook/cli': 'sb storybook', storybook: 'sb storybook',
  '@ionic/cli': 'ionic', '@graphql-codegen/cli': 'graphql-codegen graphql-codegen-esm gql-gen', '@commitlint/cli': 'commitlint',
  '@microsoft/api-extractor': 'api-extractor', '@redocly/cli': 'redocly', '@stoplight/spectral-cli': 'spectral', '@sentry/cli': 'sentry-cli',
  '@tauri-apps/cli': 'tauri', '@capacitor/cli': 'cap capacitor', '@docusaurus/core': 'docusaurus', '@babel/cli': 'babel babel-external-helpers',
  '@babel/node': 'babel-node', '@swc/cli': 'swc spack swcx', '@moonrepo/cli': 'moon', '@mermaid-js/mermaid-cli': 'mmdc',
  '@openapitools/openapi-generator-cli': 'openapi-generator-cli openapi-generator', '@react-native-community/cli': 'react-native rnc-cli',
  '@web/test-runner': 'wtr web-test-runner', '@web/dev-server': 'wds web-dev-server', '@stencil/core': 'stencil',
  '@sveltejs/kit': 'svelte-kit', '@remix-run/dev': 'remix', '@react-router/dev': 'react-router', '@shopify/cli': 'shopify',
  '@electron-forge/cli': 'electron-forge', '@expo/cli': 'expo', expo: 'expo expo-cli', 'eas-cli': 'eas', 'npm-check-updates': 'ncu',
  'npm-run-all': 'run-s run-p npm-run-all', 'npm-run-all2': 'run-s run-p npm-run-all', concurrently: 'concurrently conc',
  'drizzle-kit': 'drizzle-kit', 'ts-node-dev': 'ts-node-dev tsnd', 'webpack-cli': 'webpack webpack-cli', 'sequelize-cli': 'sequelize sequelize-cli',
  'firebase-tools': 'firebase', 'vue-tsc': 'vue-tsc', husky: 'husky', nx: 'nx', rollup: 'rollup', prettier: 'prettier',
  'all-contributors-cli': 'all-contributors', 'conventional-changelog-cli': 'conventional-changelog', 'cross-env': 'cross-env cross-env-shell',
  'dotenv-cli': 'dotenv', 'graphql-cli': 'graphql', 'gulp-cli': 'gulp', 'grunt-cli': 'grunt', 'serverless': 'serverless sls', 'ember-cli': 'ember',
  'aws-cdk': 'cdk', '@aws-amplify/cli': 'amplify', 'babel-cli': 'babel', 'mocha': 'mocha _mocha', 'jest-cli': 'jest', 'c8': 'c8',
  'semantic-release': 'semantic-release', 'vite-plus': 'vp', '@sanity/cli': 'sanity', 'hardhat': 'hardhat', '@arethetypeswrong/cli': 'attw',
  'license-checker-rseidelsohn': 'license-checker-rseidelsohn', 'tailwindcss': 'tailwindcss tailwind', '@tailwindcss/cli': 'tailwindcss',
  'vitepress': 'vitepress', 'svgo': 'svgo', '@svgr/cli': 'svgr', 'bundlesize': 'bundlesize', 'esm': 'esm', 'tsdx': 'tsdx', 'pm2': 'pm2 pm2-dev',
  'react-email': 'email', '@react-email/cli': 'email', '@antfu/ni': 'ni nr nlx nu nun nci na', 'bumpp': 'bumpp', 'typeorm': 'typeorm',
}

/** Programs so common that a manifest need not name them: they come with other packages, with Node, or are run by every team. */
const COMMON: ReadonlySet<string> = new Set(
  `tsc node npm npx eslint prettier jest vitest vite playwright cypress mocha ava nx turbo lerna rollup webpack esbuild tsx ts-node storybook
  changeset next nuxt nuxi astro remix gatsby tsup husky lint-staged commitlint prisma drizzle-kit typeorm sequelize knex supabase wrangler
  vercel netlify expo eas react-native ng nest vue vue-tsc svelte-kit svelte-check docusaurus vitepress vuepress typedoc tailwindcss
  http-server serve nodemon concurrently cross-env dotenv rimraf mkdirp zx tap c8 nyc stylelint oxlint biome dprint knip depcheck publint attw
  semantic-release release-it np bumpp degit tiged gulp grunt bower parcel swc babel electron electron-builder electron-forge tauri cap ionic
  hardhat truffle foundry graphql-codegen openapi-generator-cli sb firebase serverless cdk amplify pm2 patch-package syncpack sherif taze ncu
  codecept wdio karma protractor nightwatch testcafe percy chromatic lighthouse lhci markdownlint markdownlint-cli2 remark cspell textlint
  api-extractor size-limit bundlesize tsd dts-bundle-generator pnpm yarn bun shadcn create-react-app react-scripts craco`.split(/\s+/),
)

const LOCK_FILES = ['pnpm-lock.yaml', 'yarn.lock', 'package-lock.json', 'npm-shrinkwrap.json', 'bun.lock']

/** Binaries that the repository's packages declare or that their dependencies plausibly bring. */
export const binariesFact = defineFact<Binaries>('binaries', repository => {
  const packages = repository.get(packagesFact)
  const provided = new Map<string, string>()
  const own = new Set<string>()
  for (const one of packages.all) {
    for (const name of one.bin.keys()) {
      own.add(name)
      provided.set(name, `a binary of ${one.name ?? one.path}`)
    }
    for (const dependency of one.dependencies) {
      for (const name of guessBinaries(dependency)) if (!provided.has(name)) provided.set(name, `a binary of the dependency ${dependency}`)
    }
  }
  let locks: string | undefined
  const lockText = (): string => {
    if (locks !== undefined) return locks
    const texts = new Set(LOCK_FILES)
    for (const one of packages.all) for (const file of LOCK_FILES) texts.add(one.folder === '' ? file : `${one.folder}/${file}`)
    locks = ''
    for (const path of texts) if (repository.source.files.has(path)) locks += `${repository.source.read(path)?.toString('utf8') ?? ''}\n`
    return locks
  }
  return {
    own: name => own.has(name),
    providerOf(name) {
      const known = provided.get(name)
      if (known !== undefined) return known
      if (COMMON.has(name)) return 'a well-known program'
      if (!/^[\w.@/-]+$/.test(name)) return undefined
      const text = lockText()
      return ['\n', '"', "'", '/', ' '].some(before => text.includes(`${before}${name}@`)) || text.includes(`node_modules/${name}"`)
        ? 'a package of that name in the lock file' : undefined
    },
  }
})

/** Names under which a package's binaries are usually called. */
function guessBinaries(dependency: string): readonly string[] {
  const known = PROVIDED[dependency]
  if (known !== undefined) return known.split(' ')
  const bare = unscoped(dependency)
  const names = [bare]
  if (bare === 'cli' && dependency !== bare) names.push(dependency.slice(1, dependency.indexOf('/')))
  if (bare.endsWith('-cli')) names.push(bare.slice(0, -4))
  if (bare.startsWith('cli-')) names.push(bare.slice(4))
  return names
}
