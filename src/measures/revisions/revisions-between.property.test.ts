import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Series } from '../model.ts';
import { revisionsBetween } from './revisions-between.ts';
import { sumByArea, sumByYear, sumRevisions } from './sum-revisions.ts';

const values = fc.array(fc.option(fc.nat(1000), { nil: null }), { maxLength: 30 });
const vintage = fc.array(values, { maxLength: 6 }).map((rows) =>
  rows.map(
    (row, at): Series => ({
      ...{ measure: 'm', areaCode: `A${at}`, boundaryVersion: 'boroughs-2022', vintage: 'x', synthetic: false },
      ...{ files: [], firstMonth: '2020-01', values: row, origins: row.map(() => null) },
      ...{ doubtful: [], backCast: false, convertedFrom: null },
    }),
  ),
);
const held = (series: readonly Series[]): number =>
  series.flatMap((each) => each.values).filter((value) => value !== null).length;

it('finds no revision between a vintage and itself', () => {
  fc.assert(
    fc.property(vintage, (series) => {
      const found = revisionsBetween(series, series);
      expect(found.months.every(({ difference }) => difference === 0)).toBe(true);
      expect([found.months.length, found.onlyBefore, found.onlyAfter]).toEqual([held(series), [], []]);
    }),
    { seed: 1 },
  );
});

it('turns every sign when the vintages change places, and loses no month', () => {
  fc.assert(
    fc.property(vintage, vintage, (before, after) => {
      const [forth, back] = [revisionsBetween(before, after), revisionsBetween(after, before)];
      expect(back.months.map(({ difference }) => 0 - difference)).toEqual(
        forth.months.map(({ difference }) => difference + 0),
      );
      expect([back.onlyBefore, back.onlyAfter]).toEqual([forth.onlyAfter, forth.onlyBefore]);
      const apart = forth.onlyBefore.reduce((sum, { months }) => sum + months.length, 0);
      expect(forth.months.length + apart).toBe(held(before));
    }),
    { seed: 2 },
  );
});

it('sums to the same by area, by year and in all', () => {
  fc.assert(
    fc.property(vintage, vintage, (before, after) => {
      const { months } = revisionsBetween(before, after);
      const all = sumRevisions(months).difference;
      for (const sums of [sumByArea(months), sumByYear(months)]) {
        expect(sums.reduce((sum, { difference }) => sum + difference, 0)).toBe(all);
      }
    }),
    { seed: 4 },
  );
});
