import { expect, test } from 'vitest';
import { bookOf, postingOf, postOf } from '../../../test/builders/post-book.ts';
import { rollOutOn, rollOutThrough } from './roll-out.ts';

const SECOND = { kind: 'dwo' as const, atLeast: 2 };
const many = <Row>(count: number, row: (at: number) => Row) => Array.from({ length: count }, (_, at) => row(at));
const handedOver = (wardCode: string, asAt: string, officers: number, pcsos = 1) => ({
  name: 'wards with an additional officer',
  asAt,
  boundaryVersion: 'wards-2022' as const,
  wardCode,
  officers,
  pcsos,
  source: '',
});

test('295 of 629 wards have their second officer, from numbers handed over', () => {
  const wards = many(629, (at) => ({
    code: `W${at}`,
    name: `Ward ${at}`,
    boroughCode: 'E09000007',
    boundaryVersion: 'wards-2022' as const,
    during: { from: '2014-05-22', until: null },
  }));
  const book = bookOf({
    wards,
    earlier: wards.map(({ code }, at) => handedOver(code, '2017-01-18', at < 295 ? 2 : 1)),
  });
  const done = rollOutOn(book, '2017-01-18', SECOND);
  expect(done).toMatchObject({ asAt: '2017-01-18', atLeast: 2, wards: 629, there: 295, byEarlierAllocation: 295 });
  expect(done.toGo).toHaveLength(334);
  expect(done.toGo[0]?.has).toBe(1);
  const before = rollOutOn(book, '2017-01-17', SECOND);
  expect([before.there, before.toGo[0]?.has]).toEqual([0, null]);
});

const second = (from: string) => postingOf('2', 'F2', { during: { from, until: null } });
const posts = [postOf('F1'), postOf('F2')];

test('from postings month by month, in whole full-time equivalents', () => {
  const book = bookOf({ posts, postings: [postingOf('1', 'F1'), second('2026-02-01')] });
  const through = rollOutThrough(book, '2026-01', '2026-03', SECOND);
  expect(through.map(({ asAt, there }) => [asAt, there])).toEqual([
    ['2026-01-01', 0],
    ['2026-02-01', 1],
    ['2026-03-01', 1],
  ]);
  const part = bookOf({ posts, postings: [postingOf('1', 'F1'), { ...second('2026-02-01'), fraction: 0.9 }] });
  expect(rollOutOn(part, '2026-03-01', SECOND).there).toBe(0);
});

test('once postings of a borough are recorded they count, and the numbers of before no more', () => {
  const book = bookOf({
    posts,
    postings: [postingOf('1', 'F1', { during: { from: '2026-01-01', until: null } })],
    earlier: [
      handedOver('E05013653', '2024-01-01', 3),
      handedOver('E05013653', '2025-01-01', 2),
      handedOver('E05013699', '2024-01-01', 2, 2),
    ],
  });
  const bloomsbury = (date: string) => rollOutOn(book, date, { ...SECOND, atLeast: 9 }).toGo[0];
  expect(['2023-12-31', '2024-06-01', '2025-06-01', '2026-01-01'].map((date) => bloomsbury(date)?.has)).toEqual([
    null,
    3,
    2,
    1,
  ]);
  const after = rollOutOn(book, '2026-01-01', SECOND);
  expect(after).toMatchObject({ wards: 4, there: 1, byEarlierAllocation: 1 });
  expect(after.toGo.map(({ name, has }) => [name, has])).toEqual([
    ['Bloomsbury', 1],
    ['Camden Town', 0],
    ['Finsbury Park', null],
  ]);
  expect(rollOutOn(book, '2026-01-01', { kind: 'pcso', atLeast: 2 }).there).toBe(1);
});
