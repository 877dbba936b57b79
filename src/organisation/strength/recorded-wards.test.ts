import { expect, test } from 'vitest';
import { bookOf, postingOf, postOf } from '../../../test/builders/post-book.ts';
import { recordedWardsOn } from './recorded-wards.ts';

const FLOOR = { dwo: 2, pcso: 0 };
const ISLINGTON = [{ boroughCode: 'E09000019', fraction: 1 }];
const book = bookOf({
  posts: [postOf('BLO'), postOf('BUN', { wards: ['E05013699'], shares: ISLINGTON })],
  postings: [postingOf('1', 'BUN', { during: { from: '2024-01-01', until: '2025-01-01' } })],
});
const named = (date: string) => recordedWardsOn(book, date, FLOOR).map(({ name }) => name);

test('only wards of a borough whose postings are recorded are said to have something, empty ones among them', () => {
  expect(named('2024-06-01')).toEqual(['Bunhill', 'Finsbury Park']);
  expect(named('2026-03-01')).toEqual(['Bunhill', 'Finsbury Park']);
});

test('before the first posting nothing is known of any', () => {
  expect(named('2023-12-31')).toEqual([]);
});
