/** A call as libraries see it: its arguments with what they are, and what is done with its result. */
import { propertyOf } from '../program/origin.ts'
import type { Syntax } from '../program/syntax.ts'
import { argumentsOf, calleeOf } from './calls.ts'
import type { CallSite, ChainedCall } from './handle.ts'
import type { Scene } from './scene.ts'
import { fileTextOf, textOf } from './text.ts'
import { objectOf, valuesOf } from './values.ts'

/** Longer chains are read so far. */
const MOST_LINKS = 40

export function siteOf(node: Syntax, scene: Scene): CallSite {
  return {
    node,
    isNew: node.type === 'NewExpression' || node.type.startsWith('Class'),
    args: node.type === 'TaggedTemplateExpression' ? [node['quasi'] as Syntax] : argumentsOf(node),
    module: scene.module,
    values: argument => valuesOf(argument, scene),
    text: argument => (argument === undefined ? undefined : textOf(argument, scene)),
    object: argument => objectOf(argument, scene),
    chain: () => chainOf(node, scene),
    fileText: argument => (argument === undefined ? undefined : fileTextOf(argument, scene)),
    command: {
      script: name => scene.outside.packageScript?.(scene.module.path, name),
      text: path => scene.outside.text?.(path.replace(/^\.\//, '')),
    },
  }
}

/** Calls on the result of a call, as far as they stand in the same expression. */
function chainOf(node: Syntax, { module }: Scene): readonly ChainedCall[] {
  const links: ChainedCall[] = []
  for (let at = node; links.length < MOST_LINKS;) {
    const member = module.parentOf(at)
    const call = member === undefined ? undefined : module.parentOf(member)
    if (member?.type === 'ChainExpression' || member?.type === 'TSNonNullExpression') {
      at = member
      continue
    }
    if (member?.type !== 'MemberExpression' || member['object'] !== at || call?.type !== 'CallExpression' || calleeOf(call) !== member) break
    links.push({ method: propertyOf(member) ?? '', args: argumentsOf(call), node: call })
    at = call
  }
  return links
}
