/** Nobody is signed in, and what was asked for needs somebody. */
export class SignInNeeded extends Error {
  override name = 'SignInNeeded';
}

/** The role of who asks does not allow it; the message is one sentence that says whom to ask. */
export class NotAllowed extends Error {
  override name = 'NotAllowed';
  /** Pages that are for who asked, where there are any. */
  readonly suggestions: readonly { href: string; text: string }[];
  constructor(message: string, suggestions: readonly { href: string; text: string }[] = []) {
    super(message);
    this.suggestions = suggestions;
  }
}
