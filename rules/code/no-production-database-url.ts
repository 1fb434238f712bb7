import { commandsInManifest } from '../../src/analysis/manifest/snippets.ts'
import { moduleOf } from '../../src/analysis/program/module.ts'
import { productionPlacesIn, type ProductionPlace } from '../../src/analysis/production/code.ts'
import { mayNameProduction } from '../../src/analysis/production/database-url.ts'
import { productionInDotenv, productionInLines, productionInMakefile, productionInPowerShell, productionInShell, productionInWorkflow } from '../../src/analysis/production/text.ts'
import { hasCiGuard } from '../../src/analysis/production/use.ts'
import { defineCodeRule } from '../../src/core/code-rule.ts'
import type { Repository } from '../../src/core/repository.ts'
import type { SourceFile } from '../../src/core/source-file.ts'
import { productionScriptsFact } from '../../src/facts/code/production-scripts.ts'
import { namedExports } from '../../src/facts/code/settings.ts'

/** Not what people run: tests, samples, documentation, builds. */
const SET_ASIDE = /(?:^|\/)(?:__tests__|__mocks__|__fixtures__|tests?|e2e|specs?|fixtures?|node_modules|dist|build|vendor|docs?|examples?|samples?|templates?|stories)\/|\.(?:test|spec|stories|e2e|d)\.(?:[cm]?[jt]sx?|sh|bash)$/i
/** Dotenv files that developers have: not those that are named for production, nor samples. */
const DEVELOPERS = /(?:^|\/)\.env(?!\.(?:prod|production|example|sample|template|dist|defaults?|schema|vault|tpl)\b)(?!.{0,60}\.(?:example|sample|template|dist|tpl)$)(?:\.[\w.-]{1,60})?$/i
const COMPOSE = /(?:^|\/)(?:docker-)?compose(?!.{0,60}\bprod)[\w.-]{0,60}\.ya?ml$/i

/** Nothing that a developer may start leads to the database of production. */
export const noProductionDatabaseUrl = defineCodeRule({
  id: 'no-production-database-url',
  meta: {
    description: 'Disallow URLs, hosts and variables of the production database in what may run on a developer\'s machine',
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
    messages: {
      url: '`{{shown}}` leads to the database of production ({{reason}}), and this may run anywhere.',
      host: '`{{shown}}` is a host of the production database ({{reason}}), and this may run anywhere.',
      request: '`{{shown}}` leads to the database of production ({{reason}}), and every pull request starts this.',
      variable: '`{{shown}}` leads to the database of production, and this may run outside of CI.',
    },
    recommended: true,
    suggests: false,
  },
  languages: ['javascript', 'shell', 'powershell', 'manifest', 'dockerfile', 'makefile', 'workflow', 'yaml', 'dotenv'],
  concerns: path => !SET_ASIDE.test(path),
  * judge(file, repository) {
    if (!mayNameProduction(file.text)) return
    for (const { kind, start, end, shown, reason, confidence } of placesIn(file, repository)) {
      yield { start, end, messageId: kind, data: { shown, reason }, confidence }
    }
  },
})

function placesIn(file: SourceFile, repository: Repository): readonly ProductionPlace[] {
  const { path, text, language } = file
  switch (language) {
    case 'javascript': return placesInCode(file, repository)
    case 'shell': return productionInShell(text, repository.get(productionScriptsFact).listed(path) === undefined)
    case 'powershell': return productionInPowerShell(text, repository.get(productionScriptsFact).listed(path) === undefined)
    case 'dotenv': return DEVELOPERS.test(path) ? productionInDotenv(text) : []
    case 'yaml': return COMPOSE.test(path) ? productionInLines(text) : []
    case 'dockerfile': return /prod/i.test(path) ? [] : productionInLines(text)
    case 'makefile': return productionInMakefile(text)
    case 'workflow': return productionInWorkflow(text)
    case 'manifest': return commandsInManifest(text).flatMap(command => productionInShell(command.text, true)
      .map(place => ({ ...place, start: command.toFile(place.start), end: command.toFile(place.end) })))
    default: return []
  }
}

function placesInCode(file: SourceFile, repository: Repository): readonly ProductionPlace[] {
  const module = moduleOf(file)
  if (module === undefined) return []
  const scripts = repository.get(productionScriptsFact)
  const places = productionPlacesIn(module, scripts.isScript(file.path))
  if (!places.some(place => place.kind === 'variable')) return places
  const guards = new Set([...(scripts.contract?.guards ?? []).map(guard => guard.name), ...namedExports(repository, 'guards').map(guard => guard.name)])
  const guarded = scripts.listed(file.path) !== undefined || hasCiGuard(module, guards)
  return guarded ? places.filter(place => place.kind !== 'variable') : places
}
