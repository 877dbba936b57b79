import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bookOf, officerOf, postingOf, postOf } from '../../../test/builders/post-book.ts';
import { wardFloor } from '../rules/ward-floor.ts';
import { wardFloorDeployable } from '../rules/ward-floor-deployable.ts';
import { floorBreaches } from './floor-breaches.ts';

const day = (index: number) => new Date(Date.UTC(2026, 0, 1) + index * 86_400_000).toISOString().slice(0, 10);
const during = fc
  .tuple(fc.nat({ max: 60 }), fc.option(fc.integer({ min: 1, max: 60 })))
  .map(([from, length]) => ({ from: day(from), until: length === null ? null : day(from + length) }));
const books = fc
  .record({
    postings: fc.array(fc.tuple(fc.nat({ max: 7 }), fc.constantFrom(1, 0.5), during), { minLength: 1, maxLength: 16 }),
    away: fc.array(fc.tuple(fc.nat({ max: 15 }), during), { maxLength: 4 }),
  })
  .map(({ postings, away }) => {
    const [one, other] = bookOf().wards;
    const codes = [one?.code ?? '', other?.code ?? ''];
    return bookOf({
      posts: Array.from({ length: 8 }, (_, at) =>
        postOf(`${at}`, { wards: [codes[at % 2] ?? ''], rank: at > 5 ? 'PCSO' : 'Constable' }),
      ),
      officers: postings.map(([post], at) => officerOf(`${at}`, post > 5 ? 'PCSO' : 'Constable')),
      postings: postings.map(([post, fraction, days], at) => postingOf(`${at}`, `${post}`, { fraction, during: days })),
      absences: away.map(([officer, days]) => ({ officer: `${officer}`, kind: 'absent' as const, during: days })),
    });
  });

test('a ward is below its floor on the days on which the rule of the book says so', () => {
  const floorOn = (date: string) => ({ dwo: date < '2026-02-01' ? 1 : 2, pcso: 1 });
  fc.assert(
    fc.property(books, fc.nat({ max: 120 }), (book, at) => {
      const asAt = day(at);
      const breaches = floorBreaches(book, { from: asAt, to: asAt }, floorOn);
      const below = (measured: string) =>
        breaches.filter((each) => each.measured === measured).map(({ ward, kind }) => `${ward} ${kind}`);
      // The second rule is told only where the first is kept.
      const deployable = below('deployable').filter((each) => !below('posted').includes(each));
      for (const [rule, found] of [
        [wardFloor, below('posted')],
        [wardFloorDeployable, deployable],
      ] as const) {
        const broken = rule.judge({ book, asAt, floorOn }).broken.map(({ where }) => where);
        const wards = found.map((each) => each.slice(0, each.lastIndexOf(' ')));
        expect([...new Set(wards)].sort()).toEqual([...new Set(broken)].sort());
      }
    }),
    { seed: 20260307, numRuns: 200 },
  );
});
