import { expect, test } from 'vitest';
import { bookOf, postingOf, postOf } from '../../../test/builders/post-book.ts';
import type { EstablishmentChange, Post } from '../post-book.ts';
import { beforeAndAfter } from './before-and-after.ts';

const uplift: EstablishmentChange = {
  reference: 'PPU',
  title: 'Uplift of public protection',
  begins: '2026-01-01',
  completes: '2026-06-30',
  boroughCode: null,
  strand: 'protecting vulnerable people',
  team: null,
  rank: null,
  promised: 4,
  source: '',
};
const protecting = (reference: string, from: string, rest: Partial<Post> = {}) =>
  postOf(reference, { strand: 'protecting vulnerable people', during: { from, until: null }, ...rest });
const book = bookOf({
  posts: [
    protecting('OLD', '2022-05-05', { during: { from: '2022-05-05', until: '2026-02-01' } }),
    protecting('KEPT', '2022-05-05'),
    protecting('A', '2026-01-01', { movedFrom: 'Sexual Offences command' }),
    protecting('B', '2026-03-01', { movedFrom: 'Sexual Offences command' }),
    protecting('C', '2026-06-30', { movedFrom: 'Response' }),
    protecting('D', '2026-06-30', { fullTimeEquivalents: 0.5 }),
    // After the change was to be complete, and of another strand.
    protecting('LATE', '2026-07-01', { movedFrom: 'Response' }),
    postOf('OTHER', { during: { from: '2026-02-01', until: null }, movedFrom: 'Response' }),
  ],
  postings: [postingOf('1', 'KEPT'), postingOf('2', 'A', { during: { from: '2026-01-01', until: null } })],
});

test('complete: the day before it began, the day it was to be done, and what was promised', () => {
  expect(beforeAndAfter(book, uplift, '2026-12-01')).toMatchObject({
    state: 'complete',
    before: { on: '2025-12-31', posts: 2, establishment: 2, people: { strength: 1 } },
    after: { on: '2026-06-30', posts: 5, establishment: 4.5, people: { strength: 2 } },
    delivered: 2.5,
    outstanding: 1.5,
    sources: [
      { unit: 'Sexual Offences command', posts: 2, fullTimeEquivalents: 2 },
      { unit: 'Response', posts: 1, fullTimeEquivalents: 1 },
      { unit: null, posts: 1, fullTimeEquivalents: 0.5 },
    ],
    ended: { posts: 1, fullTimeEquivalents: 1 },
  });
  expect(beforeAndAfter(book, uplift, '2026-06-30').state).toBe('complete');
});

test('under way: counted on the day asked about', () => {
  expect(beforeAndAfter(book, uplift, '2026-03-01')).toMatchObject({
    state: 'under way',
    after: { on: '2026-03-01', establishment: 3 },
    delivered: 1,
    outstanding: 3,
  });
  expect(beforeAndAfter(book, uplift, '2026-01-01')).toMatchObject({ state: 'under way', delivered: 1 });
});

test('not begun: nothing is after', () => {
  expect(beforeAndAfter(book, uplift, '2025-12-31')).toMatchObject({
    state: 'not begun',
    after: null,
    delivered: null,
    outstanding: null,
    sources: [],
  });
});

test('where no number was promised none is outstanding', () => {
  expect(beforeAndAfter(book, { ...uplift, promised: null }, '2026-12-01').outstanding).toBeNull();
});
