import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Month } from '../../lib/calendar/month.ts';
import type { Series } from '../model.ts';
import { followLookups } from './follow-lookups.ts';
import type { NamedLookup, Route } from './model.ts';
import { sumParts } from './sum-parts.ts';

const FIRST: Month = '2024-01';
const wards = { boundaryVersion: 'wards-2022' } as const;

const series = (areaCode: string, values: (number | null)[]): Series => ({
  ...{ measure: 'theft', areaCode, boundaryVersion: 'lsoas-2021', vintage: 'v', synthetic: false, files: [] },
  ...{ firstMonth: FIRST, values, origins: [], doubtful: [], backCast: false, convertedFrom: null },
});

/** Up to 30 LSOAs, each in one of up to 6 wards, with whole-number counts over three months. */
const figures = fc.array(
  fc.record({ ward: fc.integer({ min: 1, max: 6 }), counts: fc.tuple(fc.nat(999), fc.nat(999), fc.nat(999)) }),
  { minLength: 1, maxLength: 30 },
);

function routeOf(lookup: NamedLookup): Route {
  const followed = followLookups([lookup], [lookup.fromSet, lookup.toSet]);
  if (followed === null) throw new Error('no way');
  return { origin: 'LSOA best fit', from: 'lsoas-2021', ...followed };
}
const lookup = (codes: string[], targets: string[]): NamedLookup => ({
  ...{ file: 'lookup.csv', fromSet: 'LSOA21', toSet: 'WD24', codes, targets },
});

it('conserves the total over all areas of the lookup, in every month', () => {
  fc.assert(
    fc.property(figures, (lsoas) => {
      const codes = lsoas.map((_, at) => `L${at}`);
      const route = routeOf(
        lookup(
          codes,
          lsoas.map(({ ward }) => `W${ward}`),
        ),
      );
      const made = sumParts(
        route,
        lsoas.map(({ counts }, at) => series(`L${at}`, counts)),
        [...route.parts.keys()],
        wards,
      );
      for (const at of [0, 1, 2]) {
        const before = lsoas.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0);
        expect(made.reduce((sum, { values }) => sum + (values[at] ?? Number.NaN), 0)).toBe(before);
      }
    }),
    { seed: 20_240_229 },
  );
});

it('changes nothing when every area is its own target', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.option(fc.nat(999)), { minLength: 1, maxLength: 5 }), { minLength: 1 }),
      (runs) => {
        const codes = runs.map((_, at) => `L${at}`);
        const made = sumParts(
          routeOf(lookup(codes, codes)),
          runs.map((values, at) => series(`L${at}`, values)),
          codes,
          wards,
        );
        expect(made.map(({ values }) => values)).toEqual(runs);
      },
    ),
    { seed: 20_240_229 },
  );
});

it('never makes more than there is when areas were split or merged on the way', () => {
  const link = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 1, maxLength: 25 });
  fc.assert(
    fc.property(link, link, (first, then) => {
      const named = (links: [number, number][], from: string, to: string): NamedLookup => ({
        ...{ file: `${from}-${to}`, fromSet: from, toSet: to },
        ...{ codes: links.map(([a]) => `${from}${a}`), targets: links.map(([, b]) => `${to}${b}`) },
      });
      const followed = followLookups([named(first, 'A', 'B'), named(then, 'B', 'C')], ['A', 'B', 'C']);
      const used = [...(followed?.parts.values() ?? [])].flat();
      expect(new Set(used).size).toBe(used.length);
      for (const target of followed?.hindered.keys() ?? []) expect(followed?.parts.has(target)).toBe(false);
    }),
    { seed: 20_240_229 },
  );
});
