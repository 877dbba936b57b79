/** A link offered on an error page. */
export interface Suggestion {
  href: string;
  text: string;
}

/** Nothing is kept at the address; the message is one sentence that names what was looked for. */
export class NotFound extends Error {
  override name = 'NotFound';
  readonly suggestions: readonly Suggestion[];
  constructor(message: string, suggestions: readonly Suggestion[] = []) {
    super(message);
    this.suggestions = suggestions;
  }
}

/** The address or form cannot be read; the message is one sentence that says what to do. */
export class InvalidRequest extends Error {
  override name = 'InvalidRequest';
}

/** What was to be changed has changed meanwhile; the message is one sentence that says what to do. */
export class Conflict extends Error {
  override name = 'Conflict';
}

/** More was sent than is taken in one request; the message is one sentence with the limit. */
export class TooLarge extends Error {
  override name = 'TooLarge';
}

/** A request that comes from another site, or names this server by another name. */
export class ForeignRequest extends Error {
  override name = 'ForeignRequest';
}

/** An address asks too often; the message is one sentence that says when to go on. */
export class TooManyRequests extends Error {
  override name = 'TooManyRequests';
}
