/** Nobody is signed in, and what was asked for needs somebody. */
export class SignInNeeded extends Error {
  override name = 'SignInNeeded';
}

/** The role of who asks does not allow it; the message is one sentence that says whom to ask. */
export class NotAllowed extends Error {
  override name = 'NotAllowed';
}
