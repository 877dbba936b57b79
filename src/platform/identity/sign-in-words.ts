import type { Busy, Problem, Refused } from './model.ts';

const refused = (field: Problem['field'], sentence: string): Refused => ({
  kind: 'refused',
  problems: [{ field, sentence }],
});

/** One sentence for a wrong password, an unknown address, a disabled account and too many tries alike. */
export const SIGN_IN_REFUSED = refused(
  null,
  'That e-mail address and password do not fit together, or there were too many tries: check both, or wait a few minutes and try again.',
);

/** For a code that is wrong, used before or tried too often. */
export const CODE_REFUSED = refused(
  'code',
  'That code is not right, was used before, or there were too many tries: wait for the next code and try again.',
);

/** For a second factor whose sealed secret does not open, because the key it was sealed with is not there. */
export const KEY_LOST = refused(
  null,
  'Your codes cannot be checked here, because a key file was lost: ask whoever keeps Wardroom to put it back, or to make you a new link.',
);

/** For anybody whom a provider vouches for and Wardroom does not know. */
export const EXTERNAL_REFUSED = refused(
  null,
  'You could not be signed in: ask an administrator of your command unit whether you have an account.',
);

/** For a one-time link that is wrong, used or too old. */
export const LINK_REFUSED = refused(
  null,
  'This link does not work, or not any more: ask an administrator of your command unit for a new one.',
);

/** For a half sign-in that took too long. */
export const SIGN_IN_AGAIN = refused(null, 'Too much time has passed: sign in again from the beginning.');

export const BUSY: Busy = {
  kind: 'busy',
  sentence: 'Many people are signing in at once: try again in a moment.',
};

/** Something else stands in the way; the sentence says what to do. */
export const because = refused;
