/** Documents that somebody wrote against us. Each is made when it is wanted: together they are hundreds of megabytes. */

const LONG = 500_000
const FENCE = '```'

/** Characters that some grammar or regular expression of ours waits for; each becomes one very long line. */
const PIECES: readonly string[] = [
  'a/', '../', './', '`', '``a', '[', ']', '](', '[a](', '[a](b', '![', '.a', '|', '| a ', '*', '**a', '_', '~~', '{a,', '{', '}', '$(', '${', '<a href=', '<a href="', '<!--', '<A ', '<',
  '&amp;', '#', '# ', '#L1', ':1', ':12-', ' ', '\t', '→ ', '->', 'a → ', '> ', '- ', '1. ', '@', 'a@', '@@', '-', '--a ', '=', 'a=b ', '%20', '%', '\\', '\\\\a', '//', 'http://a/', 'https://github.com/a/b/blob/',
  'www.', 'a.b/', 'src/a.ts ', 'src/a.ts:', '`src/a.ts` ', '"', "'", '(', ')', '(a', '[[', '[^1]', ':::', '```', '~', '!', '{{', '{%', '{#', '\u00a0', '\u200b', '\ufeff', '\0', '\ud800', '😀', '日本', '├── a ', 'eslint-disable ', 'removed ', 'e.g. ',
  'cd a && ', 'npm run a ', 'make a ', '#123 ', 'a/b#123 ', 'PR 123, ', '- #305 depends on #306\n', 'A', 'a', '1', '0.', ',', ';', '?', '*/', '**/', '+', '^', 'HEAD~', 'x'.repeat(300) + ' ',
]

/** Openings that nothing closes. */
const OPENINGS: readonly string[] = [
  '---\n', '---\na: [', '---\na: "', '+++\n', '```\n', '```sh\n', '````md\n```\n', '~~~\n', '> ```sh\n', '- ```sh\n', '<!--', '<!-- eslint-disable', '<!-- eslint-disable-next-line doc-lockdown/', '<a href="',
  '<div', '<script>', '<pre>', '<?', '<!X', '<![CDATA[', '[', '[a](', '[a](<', '[a](b "', '![a][', '[a]: <', '[a]: b "', '`', '``', '**', '_', '~~', '| a |\n|---|\n| `', '{/*', '{', '<A>', '<A b={', '[^1]: ', ':::', '$$\n',
  '```sh\ncat <<EOF\n', '```sh\n"', "```sh\n'", '```sh\n$(', '```sh\n`', '```sh\nif a; then\n', '```sh\na \\\n', '```sh\n((', '```\na/\n├── ',
]

/** Names and makers. */
export function* hostileDocuments(): Iterable<readonly [name: string, make: () => string]> {
  yield ['ten megabytes of prose', () => 'The file `src/a.ts` was moved to src/b.ts, see [docs](docs/x.md#y).\n\n'.repeat(145_000)]
  yield ['ten megabytes in one paragraph', () => 'The file `src/a.ts` was moved to src/b.ts, see [docs](docs/x.md#y).\n'.repeat(145_000)]
  yield ['100,000 links', () => Array.from({ length: 100_000 }, (_, index) => `[a${index}](docs/a${index}.md#b${index})`).join(' ')]
  yield ['100,000 links in a list', () => Array.from({ length: 100_000 }, (_, index) => `- [a${index}](docs/a${index}.md)`).join('\n')]
  yield ['30,000 reference links', () => Array.from({ length: 30_000 }, (_, index) => `[\`src/a${index}.ts\`][r${index}]\n\n[r${index}]: src/b${index}.ts\n`).join('\n')]
  yield ['30,000 headings with paths', () => Array.from({ length: 30_000 }, (_, index) => `${'#'.repeat(index % 6 + 1)} H${index}\n\n\`src/a${index}.ts\``).join('\n\n')]
  yield ['30,000 commands in inline code', () => Array.from({ length: 30_000 }, (_, index) => `\`npm run a${index}\` \`cat src/a${index}.ts\``).join('\n')]
  yield ['20,000 fenced blocks', () => `${FENCE}sh\ncd a\ncat src/b.ts > c.txt\nnpm run d\n${FENCE}\n\n`.repeat(20_000)]
  yield ['a fence of 100,000 lines', () => `${FENCE}sh\n${'cd a && cat b/c.ts # see d/e.ts\n'.repeat(100_000)}${FENCE}\n`]
  yield ['a tree of 50,000 lines', () => `${FENCE}\n.\n${Array.from({ length: 50_000 }, (_, index) => `${'│   '.repeat(index % 30)}├── a${index}`).join('\n')}\n${FENCE}\n`]
  yield ['a table of 50,000 rows', () => `| a | b |\n|---|---|\n${'| `src/a.ts` | [x](y.md) |\n'.repeat(50_000)}`]
  yield ['a row of 100,000 cells', () => `${'| a '.repeat(100_000)}|\n${'|---'.repeat(100_000)}|\n${'| `a.ts` '.repeat(100_000)}|\n`]
  yield ['front matter of 100,000 lines', () => `---\n${'- src/a.ts\n'.repeat(100_000)}---\n`]
  yield ['20,000 suppressions', () => '<!-- eslint-disable-next-line doc-lockdown/no-missing-paths -- why -->\n`src/a.ts`\n\n'.repeat(20_000)]
  yield ['20,000 tags', () => '<a href="a.md" id="b">x</a>\n\n'.repeat(20_000)]
  yield ['20,000 comments', () => '<!-- `src/a.ts` -->\n\n'.repeat(20_000)]
  yield ['20,000 URLs of repositories', () => 'https://github.com/a/b/blob/main/src/c.ts#L1 '.repeat(20_000)]
  for (const depth of [1000, 20_000]) {
    yield [`quotes ${depth} deep`, () => `${'> '.repeat(depth)}\`src/a.ts\` [a](b.md)\n`]
    yield [`lists ${depth} deep`, () => `${'- '.repeat(depth)}\`src/a.ts\` [a](b.md)\n`]
    yield [`emphasis ${depth} deep`, () => `# ${'*a **b '.repeat(depth)}\`src/a.ts\`${'** *'.repeat(depth)}\n`]
    yield [`brackets ${depth} deep`, () => `${'['.repeat(depth)}\`src/a.ts\`${'](b.md)'.repeat(depth)}\n`]
    yield [`images ${depth} deep`, () => `# ${'!['.repeat(depth)}a${'](b.png)'.repeat(depth)}\n`]
    yield [`HTML ${depth} deep`, () => `${'<div>'.repeat(depth)}[a](b.md)${'</div>'.repeat(depth)}\n`]
    yield [`subshells ${depth} deep`, () => `${FENCE}sh\n${'('.repeat(depth)}cat src/a.ts${')'.repeat(depth)}\n${FENCE}\n`]
    yield [`substitutions ${depth} deep`, () => `${FENCE}sh\n${'echo $('.repeat(depth)}cat src/a.ts${')'.repeat(depth)}\n${FENCE}\n`]
    yield [`a path ${depth} deep`, () => `[a](${'a/'.repeat(depth)}b.md) \`${'a/'.repeat(depth)}b.md\` [c](${'../'.repeat(depth)}etc/passwd)\n`]
    yield [`folders ${depth} deep`, () => `${FENCE}sh\n${'cd a\n'.repeat(depth)}cat b.ts\n${FENCE}\n`]
  }
  for (const opening of OPENINGS) {
    const name = JSON.stringify(opening)
    yield [`unterminated ${name}`, () => `${opening}${'src/a.ts `b/c.ts` [d](e.md) npm run f\n'.repeat(2000)}`]
    yield [`unterminated ${name}, 10,000 times`, () => opening.repeat(10_000)]
  }
  yield ['carriage returns alone', () => '`src/a.ts`\r'.repeat(50_000)]
  yield ['CRLF', () => '`src/a.ts`\r\n\r\n[a](b.md)\r\n'.repeat(20_000)]
  yield ['a byte order mark', () => '\ufeff---\na: src/a.ts\n---\n`b/c.ts`\n']
  yield ['nothing', () => '']
  yield ['empty lines', () => '\n'.repeat(LONG)]
  yield ['NUL bytes between', () => '`src/\0a.ts` [a](b\0.md)\0\n'.repeat(10_000)]
  yield ['lone surrogates between', () => '`src/\ud800.ts` [a](\udfff.md)\n'.repeat(10_000)]
}

/** One very long line of each piece: what it is, the line, and documents in which it stands in different places. */
export function* hostileLines(): Iterable<readonly [name: string, line: string, documents: readonly string[]]> {
  for (const piece of PIECES) {
    const line = piece.repeat(Math.floor(LONG / piece.length))
    // Half a million characters where regular expressions meet them, fewer where only the parsers do.
    const part = line.slice(0, piece.length * Math.ceil(LONG / 5 / piece.length))
    yield [JSON.stringify(piece.length > 20 ? `${piece.slice(0, 5)}…` : piece), line, [
      `${line}\n`,
      `[a](<${part}>) [b](${part}) <a href="${part}">\n\n[c]: ${part}\n`,
      `The file \`src/a.ts\` ${part} \`src/b.ts\`. ${part}\n`,
      `\`${part}\` and \`\`\`\`${part}\`\`\`\`\n`,
      `${FENCE}sh\n${part}\n${FENCE}\n\n${FENCE}\n$ ${part}\n${FENCE}\n`,
      `# ${part}\n\n<h2>${part}</h2>\n`,
      `---\npaths: ${part}\n---\n`,
      `<!-- eslint-disable doc-lockdown/${part} -- ${part} -->\n<!--${part}-->\n`,
      `| a |\n|---|\n| \`src/a.ts\` ${part} |\n`,
    ]]
  }
}
