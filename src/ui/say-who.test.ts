import { expect, it } from 'vitest';
import { sayWho } from './say-who.ts';

it.each([
  ['person:a', 'Anna Ward'],
  ['person:b', 'somebody whose name is not shown'],
  ['cli:anna', 'anna, at the command line'],
  ['wardroom', 'Wardroom itself'],
])('%s is %s', (identity, words) => {
  expect(sayWho(identity, new Map([['person:a', 'Anna Ward']]))).toBe(words);
});
