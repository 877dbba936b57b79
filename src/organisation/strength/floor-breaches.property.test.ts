import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bookOf, officerOf, postOf } from '../../../test/builders/post-book.ts';
import type { PostBook } from '../post-book.ts';
import { floorBreaches } from './floor-breaches.ts';

const DAYS = Array.from({ length: 90 }, (_, index) =>
  new Date(Date.UTC(2026, 0, 20) + index * 86_400_000).toISOString().slice(0, 10),
);
const WARDS = bookOf().wards.map(({ code }) => code);
const day = fc.integer({ min: 0, max: DAYS.length - 1 });
const during = fc.tuple(day, fc.option(fc.integer({ min: 1, max: 50 }))).map(([at, length]) => ({
  from: DAYS[at] ?? '',
  until: length === null ? null : (DAYS[at + length] ?? null),
}));
const fraction = fc.constantFrom(1, 1, 0.9, 0.5, 0.333, 0.1);
const number = fc.integer({ min: 0, max: 11 }).map(String);

const books: fc.Arbitrary<PostBook> = fc
  .record({
    posts: fc.array(
      fc.record({
        rank: fc.constantFrom('Constable', 'Constable', 'PCSO', 'Sergeant'),
        wards: fc.constantFrom(...WARDS.map((code) => [code]), [], WARDS.slice(0, 2)),
        wardClass: fc.constantFrom('floor', 'extra', null),
        during,
      }),
      { maxLength: 14 },
    ),
    officers: fc.array(fc.tuple(fc.constantFrom('Constable', 'Constable', 'PCSO'), day), {
      minLength: 12,
      maxLength: 12,
    }),
    postings: fc.array(fc.record({ officer: number, post: number, fraction, during }), { maxLength: 24 }),
    absences: fc.array(
      fc.record({ officer: number, kind: fc.constantFrom('absent' as const, 'adjusted-duties' as const), during }),
      { maxLength: 6 },
    ),
  })
  .map(({ posts, officers, postings, absences }) =>
    bookOf({
      posts: posts.map((post, at) => postOf(String(at), post)),
      // Each is made sergeant some day.
      officers: officers.map(([rank, at], index) => ({
        ...officerOf(String(index)),
        ranks: [
          { rank, during: { from: '2020-01-01', until: DAYS[at] ?? null } },
          { rank: 'Sergeant', during: { from: DAYS[at] ?? '', until: null } },
        ],
      })),
      postings: postings.map((posting) => ({ ...posting, kind: 'posting', returnsOn: null, fromUnit: null })),
      absences,
    }),
  );

const includes = (days: { from: string; until: string | null }, date: string) =>
  date >= days.from && (days.until === null || date < days.until);

/** Thousandths of a kind in a ward on a day, read off the book row by row. */
function countOn(book: PostBook, ward: string, kind: string, date: string, deployable: boolean): number {
  let thousandths = 0;
  for (const posting of book.postings) {
    const post = book.posts.find(({ reference }) => reference === posting.post);
    if (post === undefined || !includes(posting.during, date) || !includes(post.during, date)) continue;
    if (post.rank !== kind || post.wards.length !== 1 || post.wards[0] !== ward) continue;
    const officer = book.officers.find(({ reference }) => reference === posting.officer);
    if (officer?.ranks.find((each) => includes(each.during, date))?.rank !== kind) continue;
    const away = book.absences?.some((each) => each.officer === posting.officer && includes(each.during, date));
    if (!(deployable && away)) thousandths += Math.round(posting.fraction * 1000);
  }
  return thousandths;
}

/** Whether anybody was posted in a ward team of the ward's borough by a day: else nobody knows. */
function isRecorded(book: PostBook, ward: string, date: string): boolean {
  const boroughOf = (code: string | undefined) => book.wards.find((each) => each.code === code)?.boroughCode;
  return book.postings.some((posting) => {
    const post = book.posts.find(({ reference }) => reference === posting.post);
    if (post === undefined || post.rank === 'Sergeant' || post.wards.length !== 1) return false;
    return boroughOf(post.wards[0]) === boroughOf(ward) && posting.during.from <= date;
  });
}

test('the breaches are the days that a count day by day finds, each once', () => {
  fc.assert(
    fc.property(books, day, day, fc.integer({ min: 1, max: 2 }), (book, one, other, dwo) => {
      const span = { from: DAYS[Math.min(one, other)] ?? '', to: DAYS[Math.max(one, other)] ?? '' };
      const floorOn = (date: string) => ({ dwo: date < '2026-03-01' ? dwo : 2, pcso: 1 });
      const found = floorBreaches(book, span, floorOn).flatMap((breach) =>
        DAYS.filter((date) => date >= breach.from && date <= breach.to).map(
          (date) => `${breach.wardCode} ${breach.kind} ${breach.measured} ${date}`,
        ),
      );
      const due = WARDS.flatMap((ward) =>
        (['dwo', 'pcso'] as const).flatMap((kind) =>
          (['posted', 'deployable'] as const).flatMap((measured) =>
            DAYS.filter((date) => date >= span.from && date <= span.to)
              .filter((date) => {
                const rank = kind === 'dwo' ? 'Constable' : 'PCSO';
                const there = countOn(book, ward, rank, date, measured === 'deployable');
                return isRecorded(book, ward, date) && there < 1000 * floorOn(date)[kind];
              })
              .map((date) => `${ward} ${kind} ${measured} ${date}`),
          ),
        ),
      );
      expect(found.toSorted()).toEqual(due.toSorted());
    }),
    { seed: 20260304, numRuns: 120 },
  );
});

test('no two breaches of a ward touch, and the worst day of each is one of its days', () => {
  fc.assert(
    fc.property(books, (book) => {
      const breaches = floorBreaches(book, { from: DAYS[0] ?? '', to: DAYS.at(-1) ?? '' }, () => ({ dwo: 2, pcso: 1 }));
      for (const [at, breach] of breaches.entries()) {
        expect(breach.whole).toBeLessThan(breach.floor);
        const days = DAYS.filter((date) => date >= breach.from && date <= breach.to);
        const rank = breach.kind === 'dwo' ? 'Constable' : 'PCSO';
        const counts = days.map((date) => countOn(book, breach.wardCode, rank, date, breach.measured === 'deployable'));
        expect(breach.whole).toBe(Math.floor(Math.min(...counts) / 1000));
        const next = breaches[at + 1];
        if (next?.wardCode !== breach.wardCode || next.kind !== breach.kind || next.measured !== breach.measured)
          continue;
        expect(DAYS.indexOf(next.from)).toBeGreaterThan(DAYS.indexOf(breach.to) + 1);
      }
    }),
    { seed: 20260305, numRuns: 120 },
  );
});
