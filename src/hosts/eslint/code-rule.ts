/** Turns a rule about code into a rule that ESLint (and oxlint) runs on JavaScript, TypeScript and package.json. */
import type { Rule } from 'eslint'
import { UNDECIDED } from '../../core/code-rule.ts'
import { languageOf } from '../../core/source-file.ts'
import type { DescribedCodeRule } from '../../../rules/described.ts'
import { asRuleModule, docsUrl, messagesFor } from './rule-module.ts'

/**
 * Wraps one rule. The tree and the scopes are ESLint's own, so any parser will do; what is found does not hang on it.
 * @param judge shows what the rule finds
 */
export function createCodeRule({ id, meta, languages }: DescribedCodeRule, judge: (context: Rule.RuleContext) => void): Rule.RuleModule {
  const readsManifests = languages.includes('manifest')
  return asRuleModule({
    meta: {
      type: 'problem',
      docs: { description: meta.description, ...docsUrl({ id, meta }), recommended: meta.recommended },
      languages: ['js/js', ...(readsManifests ? ['json/json', 'json/jsonc', 'json/json5'] : [])],
      schema: [meta.schema],
      defaultOptions: [meta.defaultOptions],
      messages: messagesFor({ ...meta.messages, [UNDECIDED.messageId]: UNDECIDED.message }),
      ...(meta.suggests ? { hasSuggestions: true } : {}),
    },
    create: (context) => {
      const language = languageOf(context.physicalFilename.replaceAll('\\', '/'))
      if (language === 'javascript') return { 'Program:exit': () => { judge(context) } }
      // The tree of a manifest is not needed: its text is read as on the command line.
      return language === 'manifest' && readsManifests ? { 'Document:exit': () => { judge(context) } } : {}
    },
  })
}
