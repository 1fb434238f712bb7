import simpleGit from 'simple-git'

const git = simpleGit()
await git.add('.')
await git.commit('chore: sync generated files', ['--no-verify']) // expect: no-bypass-flags
