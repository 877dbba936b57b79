import { expect, it } from 'vitest';
import { importerName, peopleIn } from './importer-name.ts';

const names = new Map([['person:3f9c', 'Anna Ward']]);

it.each([
  ['person:3f9c', 'Anna Ward'],
  ['cli:anna', 'cli:anna'],
  ['cli:anna as person:3f9c', 'cli:anna as Anna Ward'],
  ['person:0000', 'somebody whose name is not shown'],
  ['wardroom', 'wardroom'],
  ['local operator', 'local operator'],
])('shows %s as %s', (identity, shown) => {
  expect(importerName(identity, names)).toBe(shown);
});

it('finds each person once, and nobody else', () => {
  expect(peopleIn(['cli:anna', null, 'person:3f9c', 'cli:anna as person:3f9c'])).toEqual(['person:3f9c']);
});
