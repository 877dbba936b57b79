import { expect, test } from 'vitest';
import { sayAction, sayActor, withNames } from './say-entry.ts';

const names = new Map([['person:00000000000000aa', 'Ada First']]);

test.each([
  ['person:00000000000000aa', 'Ada First'],
  ['person:00000000000000bb', 'person:00000000000000bb'],
  ['cli:anna', 'anna at the command line'],
  ['cli:anna as person:00000000000000aa', 'anna at the command line as Ada First'],
  ['wardroom', 'Wardroom itself'],
  ['visitor', 'Somebody not signed in'],
])('%s acted: %s', (actor, words) => {
  expect(sayActor(actor, names)).toBe(words);
});

test('an entry is told with names and in words', () => {
  expect(withNames('of person:00000000000000aa and person:00000000000000bb', names)).toBe(
    'of Ada First and person:00000000000000bb',
  );
  expect(sayAction('users.sign-in-refused')).toBe('users: sign in refused');
});
