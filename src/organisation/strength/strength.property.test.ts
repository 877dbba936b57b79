import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bookOf, postingOf, postOf } from '../../../test/builders/post-book.ts';
import type { PostBook } from '../post-book.ts';
import { boroughStrengths } from './borough-strength.ts';
import { addUp } from './full-time-equivalents.ts';
import type { Strength } from './strength-of.ts';
import { unitStrength } from './unit-strength.ts';

const RUNS = { seed: 20260306, numRuns: 200 };
const DATE = '2026-03-01';
const thousandths = (least: number, most: number) => fc.integer({ min: least, max: most }).map((each) => each / 1000);
const shares = fc
  .tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 }))
  .filter(([one, other]) => one + other <= 1000)
  .map(([one, other]) =>
    [
      { boroughCode: 'E09000007', fraction: one / 1000 },
      { boroughCode: 'E09000019', fraction: other / 1000 },
    ].filter(({ fraction }) => fraction > 0),
  );

const books: fc.Arbitrary<PostBook> = fc
  .record({
    posts: fc.array(fc.tuple(thousandths(1, 1000), shares, fc.constantFrom('Constable', 'Sergeant', 'PCSO')), {
      minLength: 1,
      maxLength: 20,
    }),
    postings: fc.array(fc.tuple(fc.nat({ max: 15 }), fc.nat({ max: 19 }), thousandths(1, 1000)), { maxLength: 25 }),
  })
  .map(({ posts, postings }) =>
    bookOf({
      posts: posts.map(([fullTimeEquivalents, parts, rank], at) =>
        postOf(String(at), { fullTimeEquivalents, shares: parts, rank }),
      ),
      postings: postings.map(([officer, post, fraction]) => postingOf(String(officer), String(post), { fraction })),
    }),
  );

const people = ({ people }: Strength) => people ?? { strength: 0, vacancy: 0, overfilled: 0, heads: 0 };

test('what boroughs have by their parts, and what none has, comes to the unit', () => {
  fc.assert(
    fc.property(books, (book) => {
      const { unit } = unitStrength(book, DATE);
      const { boroughs, ofNoBorough } = boroughStrengths(book, DATE);
      const parts = [...boroughs.map(({ apportioned }) => apportioned), ofNoBorough];
      expect(addUp(parts.map(({ establishment }) => establishment))).toBe(unit.establishment);
      for (const count of ['strength', 'vacancy', 'overfilled'] as const)
        expect(addUp(parts.map((part) => people(part)[count]))).toBe(people(unit)[count]);
    }),
    RUNS,
  );
});

test('a borough lists no less than its parts come to, in all and of each rank', () => {
  fc.assert(
    fc.property(books, (book) => {
      for (const { listed, apportioned, byRank } of boroughStrengths(book, DATE).boroughs)
        for (const each of [{ listed, apportioned }, ...byRank]) {
          expect(each.listed.establishment).toBeGreaterThanOrEqual(each.apportioned.establishment);
          expect(people(each.listed).strength).toBeGreaterThanOrEqual(people(each.apportioned).strength);
        }
    }),
    RUNS,
  );
});

test('strength and vacancy, less what is overfilled, are the establishment, in all and over ranks', () => {
  fc.assert(
    fc.property(books, (book) => {
      const { unit, byRank } = unitStrength(book, DATE);
      if (book.postings.length === 0) return;
      for (const each of [unit, ...byRank]) {
        const { strength, vacancy, overfilled } = people(each);
        expect(addUp([strength, vacancy, -overfilled])).toBe(each.establishment);
      }
      expect(addUp(byRank.map(({ establishment }) => establishment))).toBe(unit.establishment);
    }),
    RUNS,
  );
});

test('one more posting never lowers strength, nor raises a vacancy', () => {
  fc.assert(
    fc.property(books, thousandths(1, 1000), (book, fraction) => {
      const before = people(unitStrength({ ...book, postings: [...book.postings, postingOf('a', 'none')] }, DATE).unit);
      const more = { ...book, postings: [...book.postings, postingOf('a', '0', { fraction })] };
      const after = people(unitStrength(more, DATE).unit);
      expect(after.strength).toBe(addUp([before.strength, fraction]));
      expect(after.vacancy).toBeLessThanOrEqual(before.vacancy);
    }),
    RUNS,
  );
});
