import { expect, test } from 'vitest';
import { bookOf, officerOf, postingOf, postOf } from '../../../test/builders/post-book.ts';
import type { PostBook } from '../post-book.ts';
import type { Report } from '../report.ts';
import { narrowBook } from './narrow-book.ts';
import { recordedSince } from './recorded-since.ts';
import { strengthLines } from './strength-lines.ts';
import { strengthReport } from './strength-report.ts';
import { wardTeams } from './ward-teams.ts';

const halves = ['E09000007', 'E09000019'].map((boroughCode) => ({ boroughCode, fraction: 0.5 }));
const book = bookOf({
  posts: [
    postOf('F1'),
    postOf('F2'),
    postOf('X1', { wardClass: 'extra' }),
    postOf('P1', { rank: 'PCSO' }),
    postOf('I', { rank: 'Inspector', duty: 'leadership', wards: [], wardClass: null, expectedFilled: '2026-01-01' }),
    postOf('FAITH', { title: 'Faith Officer', duty: 'pan-borough', shares: halves, wards: [], wardClass: null }),
    postOf('PAID', { fundedBy: 'Camden Council', fundedUntil: '2026-02-28', duty: 'pan-borough', wards: [] }),
  ],
  officers: [officerOf('1'), officerOf('2'), officerOf('3', 'PCSO')],
  postings: [postingOf('1', 'F1', { fraction: 0.9 }), postingOf('2', 'X1'), postingOf('3', 'P1')],
});
const lines = (rest: Partial<PostBook> = {}, demandShares: Map<string, number> | null = null) =>
  strengthLines(
    strengthReport({ ...book, ...rest }, '2026-03-01', {
      place: 'Central North',
      recorded: recordedSince(wardTeams({ ...book, ...rest })),
      floor: { dwo: 2, pcso: 1 },
      demandShares,
    }),
  );
const sentences = (report: Report) => report.filter((part) => typeof part === 'string').join('\n');
const rowsOf = (report: Report, head: string) =>
  report.flatMap((part) => (typeof part !== 'string' && part.columns[0]?.head === head ? part.rows : []));

test('the answer first: posts, who fills them, what is vacant, and which wards are below their floor', () => {
  const said = lines();
  expect(said.slice(0, 5)).toEqual([
    'Central North as at 1 March 2026: 7 posts, 7 full-time equivalents; 2.9 filled by 3 people, 4.1 vacant.',
    '2 wards are below their floor as posted: Bloomsbury and Camden Town.',
    '2 wards are below their floor as deployable: Bloomsbury and Camden Town.',
    'Extras fill vacant floor posts in Bloomsbury: the vacancy is the extra’s.',
    'Who is posted in the wards of Islington is not recorded, so whether they have their floor is unknown.',
  ]);
  expect(rowsOf(said, 'Ward').slice(0, 2)).toEqual([
    ['Bloomsbury', 'Camden', '1 (1.9, 2 people) below', '1 (1.9, 2 people) below', '0 of 1', '1', '1'],
    ['Bunhill', 'Islington', 'unknown', 'unknown', '? of 0', 'unknown', 'unknown'],
  ]);
});

test('by rank and borough, shared and funded posts, overdue vacancies and management', () => {
  const said = lines();
  expect(rowsOf(said, 'Rank')).toEqual([
    ['Inspector', '1', '1', '0', '1', '0'],
    ['Constable', '5', '5', '1.9', '3.1', '2'],
    ['PCSO', '1', '1', '1', '0', '1'],
  ]);
  expect(rowsOf(said, 'Borough')).toEqual([
    ['Camden', '7', '6.5', '2.9', '3.6'],
    ['Islington', '1', '0.5', '0', '0.5'],
  ]);
  expect(rowsOf(said, 'Shared post')).toEqual([['FAITH', 'Faith Officer', 'Camden 0.5 and Islington 0.5']]);
  expect(rowsOf(said, 'Funded post')).toEqual([['PAID', 'Camden Council', '28 February 2026, over']]);
  expect(rowsOf(said, 'Vacant post')[0]).toEqual(['I', 'Inspector', '1', '5 May 2022', '1 January 2026, overdue']);
  expect(sentences(said)).toContain('of the posts 1 manage and 6 are operational: 6.0 to one.');
});

test('demand beside posts, alike for both boroughs whatever the half', () => {
  const shares = new Map([
    ['E09000007', 0.5],
    ['E09000019', 0.5],
  ]);
  expect(sentences(lines({}, shares))).toContain(
    'Camden has 50.0% of demand and 92.9% of posts: 3 more than by demand.\nIslington has 50.0% of demand and 7.1% of posts: 3 fewer than by demand.',
  );
});

test('before the first posting nothing is said of people, and no row of a ward is given', () => {
  const later = { postings: book.postings.map((each) => ({ ...each, during: { from: '2027-01-01', until: null } })) };
  const said = lines(later);
  expect(said.slice(0, 3)).toEqual([
    'Central North as at 1 March 2026: 7 posts, 7 full-time equivalents.',
    'Nobody’s posting is recorded: strength and vacancies are unknown until they are.',
    '',
  ]);
  expect(rowsOf(said, 'Ward')).toEqual([]);
});

test('a ward without anybody is below its floor where its borough’s postings are recorded', () => {
  const ward = narrowBook(book, { kind: 'ward', code: 'E05013655', name: 'Camden Town' });
  const asked = { place: 'Camden Town', floor: { dwo: 2, pcso: 1 }, demandShares: null };
  const recorded = recordedSince(wardTeams(book));
  expect(strengthLines(strengthReport(ward, '2026-03-01', { ...asked, recorded }))).toContain(
    '1 ward is below its floor as posted: Camden Town.',
  );
});

test('what nobody knows is said to be unknown', () => {
  const said = lines({ postings: [], whole: false, synthetic: true });
  expect(said.slice(0, 3)).toEqual([
    'Central North as at 1 March 2026: 7 posts, 7 full-time equivalents (synthetic).',
    'Nobody’s posting is recorded: strength and vacancies are unknown until they are.',
    'This is the part of the unit that you may see.',
  ]);
  expect(rowsOf(said, 'Rank')[0]).toEqual(['Inspector', '1', '1', 'unknown', 'unknown', 'unknown']);
  expect(rowsOf(lines({ absences: null }), 'Ward')[0]?.[3]).toBe('not shown');
});
