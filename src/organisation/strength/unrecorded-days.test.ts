import { expect, test } from 'vitest';
import { bookOf, postingOf, postOf } from '../../../test/builders/post-book.ts';
import { unrecordedDays } from './unrecorded-days.ts';

const postings = [postingOf('1', 'F1', { during: { from: '2026-03-01', until: null } })];
const book = bookOf({ posts: [postOf('F1')], postings });
const days = (from: string, to: string) =>
  unrecordedDays(book, { from, to }).map((each) => [each.borough, each.from, each.to]);

test('until the first posting in a borough’s wards nobody knows, and where there is none not at all', () => {
  expect(days('2026-01-01', '2026-12-31')).toEqual([
    ['Camden', '2026-01-01', '2026-02-28'],
    ['Islington', '2026-01-01', '2026-12-31'],
  ]);
  expect(days('2026-03-01', '2026-12-31')).toEqual([['Islington', '2026-03-01', '2026-12-31']]);
});

test('a borough is unknown on none but the days on which it is of the unit', () => {
  const boroughs = book.boroughs.map((each) => ({ ...each, during: { from: '2026-02-01', until: '2026-02-11' } }));
  expect(unrecordedDays({ ...book, boroughs }, { from: '2026-01-01', to: '2026-12-31' })[0]).toEqual({
    borough: 'Camden',
    from: '2026-02-01',
    to: '2026-02-10',
  });
});
