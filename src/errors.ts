/** An error whose message is fit to show to a person as it stands. It never holds a secret. */
export class UserError extends Error {
  override readonly name = 'UserError';
}
