/** Something the user can put right. The message is one sentence (two at most) that names the remedy; it is shown without a stack, exit 2. */
export class UserError extends Error {
  override readonly name = 'UserError'
}
