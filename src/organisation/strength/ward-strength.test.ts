import { expect, test } from 'vitest';
import { bookOf, officerOf, postingOf, postOf } from '../../../test/builders/post-book.ts';
import type { PostBook } from '../post-book.ts';
import { strengthIsKnown, wardStrengthOn } from './ward-strength.ts';

const FLOOR = { dwo: 2, pcso: 1 };
const DATE = '2026-03-01';

/** Bloomsbury, with two constables and a PCSO in its floor posts. */
const kept = (rest: Partial<PostBook> = {}) =>
  bookOf({
    posts: [postOf('F1'), postOf('F2'), postOf('P1', { rank: 'PCSO' })],
    officers: [officerOf('1'), officerOf('2'), officerOf('3', 'PCSO')],
    postings: [postingOf('1', 'F1'), postingOf('2', 'F2'), postingOf('3', 'P1')],
    ...rest,
  });

const bloomsbury = (book: PostBook, date = DATE) => {
  const ward = wardStrengthOn(book, date, FLOOR).find(({ name }) => name === 'Bloomsbury');
  if (ward === undefined) throw new Error('Bloomsbury is not there');
  return ward;
};

test('every ward in force is given, by name, and one without anybody is below its floor', () => {
  const wards = wardStrengthOn(kept(), DATE, FLOOR);
  expect(wards.map(({ name, dwo, pcso }) => [name, dwo.below.posted, pcso.below.posted])).toEqual([
    ['Bloomsbury', false, false],
    ['Bunhill', true, true],
    ['Camden Town', true, true],
    ['Finsbury Park', true, true],
  ]);
  expect(wardStrengthOn(kept(), '2020-01-01', FLOOR)).toEqual([]);
});

test('1.9 full-time equivalents are one whole and two heads, and below a floor of two', () => {
  const { dwo } = bloomsbury(kept({ postings: [postingOf('1', 'F1'), postingOf('2', 'F2', { fraction: 0.9 })] }));
  expect(dwo.posted).toEqual({ fullTimeEquivalents: 1.9, whole: 1, heads: 2 });
  expect(dwo.below).toEqual({ posted: true, deployable: true });
});

test('one officer in two posts of the ward is one head', () => {
  const half = { fraction: 0.5 };
  const { dwo } = bloomsbury(kept({ postings: [postingOf('1', 'F1', half), postingOf('1', 'F2', half)] }));
  expect(dwo.posted).toEqual({ fullTimeEquivalents: 1, whole: 1, heads: 1 });
});

test('a sergeant is no dedicated ward officer, nor is a constable once made sergeant', () => {
  const sergeant = kept({
    posts: [...kept().posts, postOf('S1', { rank: 'Sergeant', wardClass: null })],
    officers: [...kept().officers, officerOf('4', 'Sergeant')],
    postings: [...kept().postings, postingOf('4', 'S1')],
  });
  expect(bloomsbury(sergeant).dwo.posted.heads).toBe(2);
  const promoted = kept({
    officers: [
      {
        ...officerOf('1'),
        ranks: [
          { rank: 'Constable', during: { from: '2020-01-01', until: '2026-03-01' } },
          { rank: 'Sergeant', during: { from: '2026-03-01', until: null } },
        ],
      },
      ...kept().officers.slice(1),
    ],
  });
  expect(bloomsbury(promoted, '2026-02-28').dwo.posted.whole).toBe(2);
  expect(bloomsbury(promoted).dwo.posted.whole).toBe(1);
});

test('who is in the book by number only counts as the post does', () => {
  expect(bloomsbury(kept({ officers: [] })).dwo.posted.whole).toBe(2);
});

test('a post with an undecided ward, two wards, wards of another set, or none counts for no ward', () => {
  const elsewhere = [
    postOf('U', { wards: [], wardClass: 'extra' }),
    postOf('T', { wards: ['E05013653', 'E05013655'] }),
    postOf('O', { boundaryVersion: 'wards-2014' }),
    postOf('B', { duty: 'pan-borough', wards: [], wardClass: null }),
  ];
  const book = kept({
    posts: [...kept().posts, ...elsewhere],
    postings: [...kept().postings, ...elsewhere.map(({ reference }, at) => postingOf(`9${at}`, reference))],
  });
  for (const { dwo } of wardStrengthOn(book, DATE, FLOOR)) expect([0, 2]).toContain(dwo.posted.heads);
});

test('absence and adjusted duties take the whole posting off what is deployable, counted apart and once', () => {
  const away = (kind: 'absent' | 'adjusted-duties', officer: string) => ({
    officer,
    kind,
    during: { from: '2026-02-01', until: '2026-04-01' },
  });
  const both = [away('absent', '1'), away('adjusted-duties', '1'), away('adjusted-duties', '2')];
  const { dwo } = bloomsbury(kept({ absences: both }));
  expect(dwo.posted.whole).toBe(2);
  expect(dwo.absent).toEqual({ fullTimeEquivalents: 1, whole: 1, heads: 1 });
  expect(dwo.adjustedDuties).toEqual({ fullTimeEquivalents: 1, whole: 1, heads: 1 });
  expect(dwo.deployable).toEqual({ fullTimeEquivalents: 0, whole: 0, heads: 0 });
  expect(dwo.below).toEqual({ posted: false, deployable: true });
  expect(bloomsbury(kept({ absences: both }), '2026-04-01').dwo.deployable?.whole).toBe(2);
});

test('without sight of absences, what is deployable is unknown', () => {
  const { dwo } = bloomsbury(kept({ absences: null }));
  expect(dwo).toMatchObject({ deployable: null, absent: null, adjustedDuties: null });
  expect(dwo.below).toEqual({ posted: false, deployable: null });
});

test('of part of a book only wards with posts are spoken of; without postings nothing is known', () => {
  expect(wardStrengthOn(kept({ whole: false }), DATE, FLOOR).map(({ name }) => name)).toEqual(['Bloomsbury']);
  expect(strengthIsKnown(kept(), DATE)).toBe(true);
  expect(strengthIsKnown(kept(), '2022-05-04')).toBe(false);
  expect(strengthIsKnown(kept({ postings: [] }), DATE)).toBe(false);
});

test('the worked example of the method', () => {
  const book = bookOf({
    posts: [postOf('F1'), postOf('F2'), postOf('X1', { wardClass: 'extra' })],
    officers: [officerOf('Anna'), officerOf('Ben')],
    postings: [postingOf('Anna', 'F1', { fraction: 0.9 }), postingOf('Ben', 'X1')],
    absences: [{ officer: 'Ben', kind: 'adjusted-duties', during: { from: '2026-03-01', until: null } }],
  });
  const before = bloomsbury(book, '2026-02-28').dwo;
  expect(before.floorPosts).toEqual({ establishment: 2, vacancy: 0.1 });
  expect(before.extraPosts).toEqual({ establishment: 1, vacancy: 1 });
  expect(before.standIns).toEqual([{ officer: 'Ben', post: 'X1', fullTimeEquivalents: 1 }]);
  expect(before.posted).toEqual({ fullTimeEquivalents: 1.9, whole: 1, heads: 2 });
  expect(before.below.posted).toBe(true);
  const after = bloomsbury(book).dwo;
  expect(after.posted.fullTimeEquivalents).toBe(1.9);
  expect(after.deployable).toEqual({ fullTimeEquivalents: 0.9, whole: 0, heads: 1 });
});
