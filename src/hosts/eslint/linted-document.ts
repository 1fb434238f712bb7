/** From ESLint's context to our document and the repository around it, once per file whatever the number of rules. */
import type { Rule } from 'eslint'
import { matcher } from '../../config/resolve.ts'
import { sharedSettings } from '../../config/schema.ts'
import { validateEslintSettings } from '../../config/validate.ts'
import { tool } from '../../core/tool.ts'
import type { Confidence } from '../../core/verdict.ts'
import { openDocument, type OpenDocument } from '../open-document.ts'

/** `settings["doc-lockdown"]`, ready for use. */
export interface Settings {
  readonly isStrict: (path: string) => boolean
  readonly isIncluded: (path: string) => boolean
  readonly minConfidence: Confidence
  /** Whether rules about code wait for a contract. */
  readonly needsPromise: boolean
  /** What rules share. */
  readonly shared: Readonly<Record<string, unknown>>
}

const DEFAULTS: Settings = { isStrict: () => false, isIncluded: () => false, minConfidence: 'medium', needsPromise: false, shared: {} }
const settingsOf = new WeakMap<object, Settings>()

/**
 * Reads the settings; validated once per object, as ESLint gives the same one for every file of a config.
 * @throws UserError when they are wrong
 */
export function readSettings(context: Rule.RuleContext): Settings {
  const written = (context.settings as Readonly<Record<string, unknown>>)[tool.name]
  if (written === undefined) return DEFAULTS
  const known = typeof written === 'object' && written !== null ? settingsOf.get(written) : undefined
  if (known !== undefined) return known
  const valid = validateEslintSettings(written)
  const { strict, include, minConfidence = 'medium', needsPromise = false } = valid
  const shared = Object.fromEntries(Object.entries(valid).filter(([key]) => Object.hasOwn(sharedSettings.properties, key)))
  const settings = { isStrict: matcher(strict), isIncluded: matcher(include), minConfidence, needsPromise, shared }
  settingsOf.set(written as object, settings)
  return settings
}

const opened = new WeakMap<object, OpenDocument | null>()

/**
 * The document that ESLint lints, or `undefined` when it is none of ours: a changelog, a record, an archive, a file that
 * git ignores or that lies outside of the folder ESLint works in.
 */
export function lintedDocument(context: Rule.RuleContext): OpenDocument | undefined {
  const key = context.sourceCode
  const known = opened.get(key)
  if (known !== undefined) return known ?? undefined
  const found = open(context)
  opened.set(key, found ?? null)
  return found
}

function open(context: Rule.RuleContext): OpenDocument | undefined {
  return openDocument({
    cwd: context.cwd,
    file: context.physicalFilename,
    text: context.sourceCode.text,
    isIncluded: path => readSettings(context).isIncluded(path),
    settings: readSettings(context).shared,
  })
}
