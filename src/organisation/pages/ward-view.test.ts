import { expect, test } from 'vitest';
import { bookOf, officerOf, postingOf, postOf } from '../../../test/builders/post-book.ts';
import { wardView } from './ward-view.ts';

const BLOOMSBURY = 'E05013653';
const floorOn = () => ({ dwo: 2, pcso: 0 });
const view = (book: Parameters<typeof wardView>[0], asAt = '2026-03-01') => wardView(book, BLOOMSBURY, asAt, floorOn);
const from = (day: string, until: string | null = null) => ({ during: { from: day, until } });

const book = bookOf({
  posts: [
    postOf('SERGEANT', { rank: 'Sergeant', wardClass: null, wards: [BLOOMSBURY, 'E05013655'] }),
    postOf('FLOOR-1'),
    postOf('FLOOR-2'),
    postOf('EXTRA', { wardClass: 'extra' }),
    postOf('ELSEWHERE', { wards: ['E05013655'] }),
  ],
  officers: [officerOf('S', 'Sergeant'), officerOf('A'), officerOf('B'), officerOf('C')],
  postings: [
    postingOf('S', 'SERGEANT'),
    postingOf('A', 'FLOOR-1'),
    postingOf('B', 'FLOOR-2', from('2024-01-01', '2026-02-01')),
    postingOf('C', 'FLOOR-2', { ...from('2026-05-01'), fromUnit: 'North' }),
  ],
  absences: [{ officer: 'A', kind: 'absent', during: { from: '2026-02-20', until: null } }],
});

test('posts stand under sergeant, floor and extra, with who is in them and who comes next', () => {
  const ward = view(book);
  expect(ward?.ledWith).toEqual(['Camden Town']);
  expect(ward?.sergeants.map(({ holders }) => holders.map(({ name }) => name))).toEqual([['Officer S']]);
  expect(ward?.floor.map(({ post, vacancy, next }) => [post.reference, vacancy, next?.name])).toEqual([
    ['FLOOR-1', 0, undefined],
    ['FLOOR-2', 1, 'Officer C'],
  ]);
  expect(ward?.floor[0]?.holders[0]?.away).toBe('absent');
  expect(ward?.extra.map(({ post }) => post.reference)).toEqual(['EXTRA']);
});

test('days below the floor are told once, as posted, and apart where only fewer can be deployed', () => {
  expect(view(book)?.breaches.map(({ measured, from: day, to }) => [measured, day, to])).toEqual([
    ['posted', '2026-02-01', '2026-03-01'],
  ]);
  const filled = { ...book, postings: [...book.postings, postingOf('B', 'EXTRA', from('2026-02-01'))] };
  expect(view(filled)?.breaches.map(({ measured, from: day }) => [measured, day])).toEqual([
    ['deployable', '2026-02-20'],
  ]);
});

test('a ward that is wholly empty is below its floor since its borough’s postings are recorded', () => {
  const empty = { ...book, postings: [postingOf('B', 'ELSEWHERE', from('2025-06-01'))] };
  expect(view(empty)?.strength?.dwo.below.posted).toBe(true);
  expect(view(empty)?.breaches.map(({ kind, from: day, to }) => [kind, day, to])).toEqual([
    ['dwo', '2025-06-01', '2026-03-01'],
  ]);
  expect(view(empty, '2025-05-31')).toMatchObject({ strength: null, breaches: [] });
});

test('the history has everybody, the latest first, with the last day they were there', () => {
  expect(view(book)?.history.map(({ name, last, fromUnit }) => [name, last, fromUnit])).toEqual([
    ['Officer C', null, 'North'],
    ['Officer B', '2026-01-31', null],
    ['Officer A', null, null],
    ['Officer S', null, null],
  ]);
});

test('without absences for the reader’s eyes nobody is said to be away; without postings nothing is known', () => {
  const blind = view({ ...book, absences: null });
  expect(blind?.seesAbsences).toBe(false);
  expect(blind?.floor[0]?.holders[0]?.away).toBeNull();
  expect(view({ ...book, postings: [] })).toMatchObject({ strength: null, breaches: [] });
});

test('a ward of another ward set is no ward of the day, and two years before a 29 February is a 28th', () => {
  expect(view(book, '2021-01-01')).toBeNull();
  expect(view(book, '2028-02-29')?.breachesFrom).toBe('2026-02-28');
});
