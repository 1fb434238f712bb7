/* The least that a checker written for Node can do: list the tracked Markdown files and read every byte. */
const { execFileSync } = require('node:child_process')
const { lstatSync, readFileSync } = require('node:fs')

const listing = execFileSync('git', ['ls-files', '-z', '*.md', '*.markdown', '*.mdx'], { maxBuffer: 2 ** 28 })
let bytes = 0
for (const file of listing.toString('utf8').split('\0')) {
  if (file !== '' && lstatSync(file, { throwIfNoEntry: false })?.isFile()) bytes += readFileSync(file).length
}
process.stdout.write(`${bytes}\n`)
