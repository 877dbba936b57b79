import { expect, test } from 'vitest';
import { bookOf, officerOf, postingOf, postOf } from '../../../test/builders/post-book.ts';
import { whoIsTrained } from './who-is-trained.ts';

const done = (officer: string, course: string, expiresOn: string | null) => ({
  officer,
  course,
  completedOn: '2025-01-01',
  expiresOn,
});
const book = bookOf({
  posts: [postOf('A', { team: 'Hate Crime' }), postOf('B', { wards: ['E05013655'] }), postOf('C')],
  officers: [officerOf('1'), officerOf('2', 'Sergeant'), officerOf('3'), officerOf('4')],
  postings: [postingOf('1', 'A'), postingOf('2', 'B'), postingOf('3', 'C')],
  training: [done('1', 'T', null), done('2', 'T', '2026-06-01'), done('3', 'OTHER', null), done('4', 'T', null)],
});
const found = (...asked: [date: string, where?: Parameters<typeof whoIsTrained>[3]]) =>
  whoIsTrained(book, 'T', ...asked).map(({ reference }) => reference);

test('who holds it on the date and is posted, in the unit, a team, a ward or a rank', () => {
  expect(found('2026-03-01')).toEqual(['1', '2']);
  expect(found('2026-06-01')).toEqual(['1']);
  expect(found('2026-03-01', { team: 'Hate Crime' })).toEqual(['1']);
  expect(found('2026-03-01', { ward: 'E05013655' })).toEqual(['2']);
  expect(found('2026-03-01', { rank: 'Sergeant', team: 'Hate Crime' })).toEqual([]);
});
