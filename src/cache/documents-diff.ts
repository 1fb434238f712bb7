import type { Checkout } from '../git/checkout.ts'
import { git } from '../git/run.ts'

/** Which tracked documents differ from the index: one git process looks at ten thousand files in a fifth of the time that we need. */
export function documentsDiff(checkout: Checkout): string {
  return git(checkout.root, ['diff-files', '--raw', '-z', '--no-abbrev', '--', ':(icase)*.md', ':(icase)*.mdx', ':(icase)*.markdown']).toString('latin1')
}
