import { execFile } from 'node:child_process'

export interface CommitOptions { readonly noVerify?: boolean, readonly amend?: boolean }

export function commit(message: string, options: CommitOptions): void {
  const args = ['commit', '-m', message]
  if (options.amend === true) args.push('--amend')
  if (options.noVerify === true) args.push('--no-verify')
  execFile('git', args)
}
