import { expect, it } from 'vitest'
import { pathsInCommands } from '../../../src/analysis/paths/command-arguments.ts'
import { createDocument } from '../../../src/core/document.ts'

/** Paths of a shell block: "path" or "path in folder". */
function paths(commands: string, lang = 'sh'): string[] {
  const text = `\`\`\`${lang}\n${commands}\n\`\`\`\n`
  return [...pathsInCommands(createDocument('README.md', text))].map(({ start, end, target }) => {
    expect(text.slice(start, end)).toContain(target.path.split('/').at(-1))
    const { directory, sibling } = target
    return target.path + (directory === undefined ? '' : directory === null ? ' in ?' : ` in ${directory}`) + (sibling === undefined ? '' : ` beside ${sibling}`)
  })
}

it.each([
  ['programs given by path', './scripts/run.sh\nscripts/deploy.sh --x\n../tool/go.sh', ['scripts/run.sh', 'scripts/deploy.sh', '../tool/go.sh']],
  ['files that programs read', 'node lib/main.js\npython tools/gen.py\npsql -f db/init.sql\nbash install.sh', ['lib/main.js', 'tools/gen.py', 'db/init.sql', 'install.sh']],
  ['bare names only of readers', 'cat notes.md\ngit notes.md', ['notes.md']],
  ['a folder that is followed', 'cd web\nnode server/main.js\ncd ..\ncat README.md', ['server/main.js in web', 'README.md']],
  ['a folder in one line', 'cd packages/api && npx tsx lib/main.ts', ['packages/api', 'lib/main.ts in packages/api']],
  ['a folder that is known to nobody', 'cd $DIR\ncat lib/main.ts', ['lib/main.ts in ?']],
  ['a subshell', '(cd web && cat lib/main.ts)\ncat lib/other.ts', ['lib/main.ts in web', 'lib/other.ts']],
  ['a clone', 'git clone https://github.com/o/r.git\ncd r\ncat lib/main.ts', ['lib/main.ts in clone:https://github.com/o/r.git:']],
  ['options with a value', 'tool --config=conf/app.yml --flag\ntool --config conf/app.yml', ['conf/app.yml', 'conf/app.yml']],
  ['a workflow', 'gh workflow run deploy.yml -f env=prod', ['deploy.yml beside .github/workflows']],
  ['redirected input', 'psql db < db/seed.sql', ['db/seed.sql']],
  ['a compose file', 'docker compose -f infra/compose.yml up -d', ['infra/compose.yml']],
  ['manifests that are applied', 'kubectl apply -f k8s/app.yaml', ['k8s/app.yaml']],
  ['arguments of a test runner', 'vitest run test/unit/main.test.ts', ['test/unit/main.test.ts']],
  ['the source of a copy', 'cp conf/app.example.yml conf/app.yml', ['conf/app.example.yml']],
  ['programs behind wrappers', 'sudo ./scripts/run.sh\nNODE_ENV=x node lib/main.js', ['scripts/run.sh', 'lib/main.js']],
] as const)('reads %s', (_what, commands, expected) => {
  expect(paths(commands)).toEqual(expected)
})

it.each([
  ['files that a command makes', 'touch lib/new.ts\nmkdir lib/dir/\necho x > lib/out.txt\ncat lib/out.txt lib/new.ts'],
  ['output', 'tsc --outDir build/out/\ntool -o lib/out.js\ntool --output=lib/out.js\ncat lib/out.js'],
  ['containers', 'docker run -v x:/y img node lib/main.js\ndocker exec -it app cat etc/app.conf\nkubectl exec pod -- cat etc/app.conf'],
  ['other machines', 'ssh host cat etc/app.conf\nscp lib/main.ts host:/srv/main.ts\naws s3 cp lib/main.ts s3://x'],
  ['packages', 'npm install lib/main.js\npnpm add @a/b\ngo get github.com/a/b'],
  ['values that are unknown', 'cat $DIR/main.ts\ncat <file>/main.ts\ncat "${X}/main.ts"'],
  ['options', 'tool -lib/main.ts\ntool --lib/main.ts'],
  ['what is removed or searched', 'rm -rf lib/main.ts\nfind lib/main.ts -name x\ngrep x lib/main.ts'],
  ['weak words of programs that read nothing', 'git checkout feature/login\ngit push origin/main'],
])('leaves out %s', (_what, commands) => {
  expect(paths(commands)).toEqual([])
})

it('reads commands in inline code too', () => {
  const mentions = [...pathsInCommands(createDocument('README.md', 'Run `node lib/main.js` and `./go.sh`.\n'))]
  expect(mentions.map(({ target }) => [target.path, target.origin, target.program])).toEqual([['lib/main.js', 'command', 'node'], ['go.sh', 'command', 'go.sh']])
})

it('marks the folder of a cd', () => {
  const [mention] = pathsInCommands(createDocument('README.md', '```sh\ncd packages/api/src\n```\n'))
  expect(mention?.target).toMatchObject({ path: 'packages/api/src', folder: true })
})
