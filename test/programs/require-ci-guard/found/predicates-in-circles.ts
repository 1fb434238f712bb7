// Predicates that ask each other about the parts of a tree: whether one of them proves CI has an answer, and soon.
import { PrismaClient } from '@prisma/client'

function isStatic(node: any): boolean {
  switch (node.kind) {
    case 'a': return isStatic(node.left) && isStatic(node.right) && isPlain(node.next)
    case 'b': return isPlain(node.left) || isPlain(node.right) || isKnown(node.next)
    case 'c': return isKnown(node.left) && isKnown(node.right) && isStatic(node.next)
    case 'd': return node.parts.every((part: any) => isStatic(part) || isPlain(part) || isKnown(part))
    default: return false
  }
}
function isPlain(node: any): boolean {
  switch (node.kind) {
    case 'a': return isStatic(node.left) && isKnown(node.right) && isPlain(node.next)
    case 'b': return isKnown(node.left) || isStatic(node.right) || isPlain(node.next)
    case 'c': return isPlain(node.left) && isKnown(node.right) && isStatic(node.next)
    default: return isStatic(node.only) || isKnown(node.only)
  }
}
function isKnown(node: any): boolean {
  switch (node.kind) {
    case 'a': return isPlain(node.left) && isStatic(node.right) && isKnown(node.next)
    case 'b': return isStatic(node.left) || isKnown(node.right) || isPlain(node.next)
    case 'c': return isStatic(node.left) && isPlain(node.right) && isKnown(node.next)
    default: return isPlain(node.only) || isStatic(node.only)
  }
}

const prisma = new PrismaClient()
if (isStatic(process.argv)) await prisma.user.deleteMany() // expect: require-ci-guard
