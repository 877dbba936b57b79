const HIDDEN = '[hidden]';

/** A text that must never be seen in a page, a log, an error or a console: only `reveal` gives it. */
export interface Secret {
  reveal(): string;
  toString(): string;
  toJSON(): string;
}

/**
 * Wraps a text so that writing it out, in whatever way, gives "[hidden]".
 * @example `${secret('abc')}` // '[hidden]'
 */
export function secret(text: string): Secret {
  const hidden = () => HIDDEN;
  return Object.freeze({
    reveal: () => text,
    toString: hidden,
    toJSON: hidden,
    // Node's console and its test reports ask for this before they look inside.
    [Symbol.for('nodejs.util.inspect.custom')]: hidden,
  });
}
