import { expect, test } from 'vitest';
import { isKept, keptBook, onlyBroken, unknownBy, withPost } from '../../../test/builders/kept-book.ts';
import type { PostBook } from '../post-book.ts';
import { establishmentMeetsBudget } from './establishment-meets-budget.ts';

const { name } = establishmentMeetsBudget;

/** Islington's constables: 7 in posts of its own and one shared with Camden. */
const withBudget = (fullTimeEquivalents: number): PostBook => ({
  ...keptBook(),
  budgets: keptBook().budgets.map((row) =>
    row.boroughCode === 'E09000019' && row.rank === 'Constable' ? { ...row, fullTimeEquivalents } : row,
  ),
});

test('a shared post may be counted in part, wholly here or wholly there', () => {
  for (const budget of [7, 7.5, 8]) expect(isKept(name, withBudget(budget))).toBe(true);
});

test('broken alone by a budget outside both ways of counting', () => {
  expect(onlyBroken(name, withBudget(8.5))).toEqual([
    {
      where: 'Islington',
      from: '2022-05-05',
      to: null,
      sentence:
        'The posts of Constable in Islington come to 7 to 8, by how FAITH, shared with another borough, is counted, and its budget (Year 1) pays for 8.5: add posts or correct the budget.',
    },
  ]);
  expect(onlyBroken(name, withBudget(6))[0]?.sentence).toMatch(/pays for 6: end posts or correct the budget/);
});

test('broken from the day a post ends to the day before the next begins', () => {
  const book = withPost(withBudget(8), 'VACANT', { during: { from: '2022-05-05', until: '2026-02-10' } });
  const next = keptBook().posts.find(({ reference }) => reference === 'VACANT');
  if (next === undefined) throw new Error('VACANT is in the book.');
  const later = { ...next, reference: 'VACANT-2', during: { from: '2026-03-20', until: null } };
  const found = onlyBroken(name, { ...book, posts: [...book.posts, later] });
  expect(found).toMatchObject([{ where: 'Islington', from: '2026-02-10', to: '2026-03-19' }]);
});

test('of several budgets in force the one that began last is judged, alone', () => {
  const book = withBudget(8);
  const old = book.budgets.find(({ boroughCode, rank }) => boroughCode === 'E09000019' && rank === 'Constable');
  if (old === undefined) throw new Error('Islington has a budget of constables.');
  const next = { ...old, year: 'Year 2', during: { from: '2026-01-01', until: null } };
  expect(isKept(name, { ...book, budgets: [next, ...withBudget(12).budgets] })).toBe(true);
  expect(onlyBroken(name, { ...book, budgets: [{ ...next, fullTimeEquivalents: 12 }, ...book.budgets] })).toMatchObject(
    [{ where: 'Islington', from: '2026-01-01', to: null, sentence: /\(Year 2\) pays for 12/ }],
  );
});

test('unknown, once, for a borough with posts and no budget of the day, or a budget and no posts', () => {
  const book = { ...keptBook(), budgets: keptBook().budgets.filter((row) => row.boroughCode !== 'E09000007') };
  expect(unknownBy(name, book)).toEqual([
    {
      where: 'Camden',
      from: '2022-05-05',
      to: null,
      sentence: 'No budget of Camden is recorded for this day: import what it pays for.',
    },
  ]);
  const posts = keptBook().posts.filter(({ shares }) => shares.every((share) => share.boroughCode !== 'E09000007'));
  expect(unknownBy(name, { ...keptBook(), posts })).toMatchObject([
    { where: 'Camden', sentence: /Camden has a budget and no posts are recorded/ },
  ]);
});
