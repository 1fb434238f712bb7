/** What rules say of themselves, without what they do: the build makes data of it, so that who only lists rules loads no more. */
import type { CodeRule } from '../src/core/code-rule.ts'
import type { DocRule } from '../src/core/rule.ts'
import { codeRules, docRules } from './index.ts'

export type DescribedDocRule = Pick<DocRule, 'id' | 'meta'>
export type DescribedCodeRule = Pick<CodeRule, 'id' | 'meta' | 'languages'>

/** Every rule about documents, in the order of their ids. Plain JSON. */
export const describedDocRules: readonly DescribedDocRule[] = docRules.map(({ id, meta }) => ({ id, meta }))

/** Every rule about code, in the order of their ids. Plain JSON. */
export const describedCodeRules: readonly DescribedCodeRule[] = codeRules.map(({ id, meta, languages }) => ({ id, meta, languages }))
