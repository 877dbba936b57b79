import { expect, test } from 'vitest';
import { postOf } from '../../../test/builders/post-book.ts';
import type { EstablishmentChange } from '../post-book.ts';
import { concerns } from './concerns.ts';

const any: EstablishmentChange = {
  reference: 'CH1',
  title: 'More youth officers',
  begins: '2026-01-01',
  completes: '2026-12-31',
  boroughCode: null,
  strand: null,
  team: null,
  rank: null,
  promised: null,
  source: '',
};
const post = postOf('P', {
  team: 'Youth',
  shares: [
    { boroughCode: 'E09000007', fraction: 0.25 },
    { boroughCode: 'E09000019', fraction: 0.75 },
  ],
});

test('a change that names nothing is about every post; what it names must all be so', () => {
  expect(concerns(any, post)).toBe(1);
  const all = { ...any, strand: 'neighbourhoods' as const, team: 'Youth', rank: 'Constable' };
  expect(concerns(all, post)).toBe(1);
  expect(concerns({ ...all, strand: 'response' }, post)).toBe(0);
  expect(concerns({ ...all, team: 'Schools' }, post)).toBe(0);
  expect(concerns({ ...all, rank: 'Sergeant' }, post)).toBe(0);
});

test('a borough’s change is about its part of a shared post', () => {
  expect(concerns({ ...any, boroughCode: 'E09000019' }, post)).toBe(0.75);
  expect(concerns({ ...any, boroughCode: 'E09000001' }, post)).toBe(0);
});
