import { expect, test } from 'vitest';
import { isKept, keptBook, onlyBroken, unknownBy, withPost } from '../../../test/builders/kept-book.ts';
import { wardHasASergeant } from './ward-has-a-sergeant.ts';

const { name } = wardHasASergeant;

test('broken alone where a ward is led by nobody', () => {
  expect(onlyBroken(name, withPost(keptBook(), 'SGT-I', { wards: ['E05013703'] }))).toEqual([
    {
      where: 'Bunhill',
      from: '2022-05-05',
      to: null,
      sentence: 'Bunhill has no sergeant: give it one, or let it share one with a ward beside it.',
    },
  ]);
});

test('broken on the days between the ends of one post and the beginning of the next', () => {
  const book = withPost(keptBook(), 'SGT-I', { wards: ['E05013703'] });
  const own = book.posts.filter(({ reference }) => reference === 'SGT-I');
  const posts = [
    ...book.posts,
    ...own.flatMap((post) => [
      { ...post, reference: 'SGT-A', wards: ['E05013699'], during: { from: '2022-05-05', until: '2026-02-01' } },
      { ...post, reference: 'SGT-B', wards: ['E05013699'], during: { from: '2026-03-15', until: null } },
    ]),
  ];
  const budgets = book.budgets.filter(({ rank }) => rank !== 'Sergeant');
  expect(onlyBroken(name, { ...book, posts, budgets })).toMatchObject([{ from: '2026-02-01', to: '2026-03-14' }]);
  expect(isKept(name, { ...book, posts }, '2026-01-31')).toBe(true);
});

test('unknown, once for a borough, where its sergeants have no ward decided, or none is recorded', () => {
  expect(unknownBy(name, withPost(keptBook(), 'SGT-I', { wards: [] }))).toEqual([
    {
      where: 'Islington',
      from: '2022-05-05',
      to: null,
      sentence: '2 wards of Islington have no sergeant, and 1 ward sergeant has no ward: say which wards each has.',
    },
  ]);
  expect(unknownBy(name, withPost(keptBook(), 'SGT-I', null))).toMatchObject([
    { where: 'Islington', sentence: 'No ward sergeant of Islington is recorded: import the posts.' },
  ]);
});
