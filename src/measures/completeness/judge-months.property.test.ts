import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CategorySeries } from '../model.ts';
import { judgeMonths } from './judge-months.ts';
import type { Finding } from './model.ts';
import { tallier } from './month-tally.ts';

const values = fc.array(fc.oneof({ weight: 9, arbitrary: fc.nat(400) }, { weight: 1, arbitrary: fc.constant(0) }), {
  minLength: 30,
  maxLength: 30,
});
const file = fc.array(values, { minLength: 4, maxLength: 12 }).map((rows) =>
  rows.map(
    (row, at): CategorySeries => ({
      category: `x/c${at % 2}`,
      areaCode: `A${Math.floor(at / 2)}`,
      boundaryVersion: 'wards-2022',
      publisher: 'mps',
      firstMonth: '2020-01',
      values: row,
    }),
  ),
);

function judge(runs: readonly CategorySeries[]): Finding[] {
  const tally = tallier();
  for (const run of runs) tally.add(run);
  return tally.tallies().flatMap((each) => judgeMonths(each).findings);
}
const asSet = (findings: readonly Finding[]): string[] => findings.map((finding) => JSON.stringify(finding)).sort();

it('does not depend on the order of the runs', () => {
  fc.assert(
    fc.property(file, fc.func(fc.nat()), (runs, order) => {
      const shuffled = runs.toSorted((a, b) => order(a.areaCode, a.category) - order(b.areaCode, b.category));
      expect(asSet(judge(shuffled))).toEqual(asSet(judge(runs)));
    }),
    { numRuns: 60, seed: 3 },
  );
});

it('does not depend on where the file begins, but for months of the year', () => {
  fc.assert(
    fc.property(file, (runs) => {
      const padded = runs.map((run) => ({
        ...run,
        firstMonth: '2019-10' as const,
        values: [null, null, null, ...run.values],
      }));
      const within = (findings: Finding[]) => asSet(findings.filter(({ month }) => month >= '2020-01'));
      expect(within(judge(padded))).toEqual(within(judge(runs)));
    }),
    { numRuns: 40, seed: 5 },
  );
});

it('keeps every doubt about large totals when all figures are a hundred times as large', () => {
  fc.assert(
    fc.property(file, (runs) => {
      const scaled = judge(runs.map((run) => ({ ...run, values: run.values.map((value) => (value ?? 0) * 100) })));
      const about = ({ month, areaCodes, categories }: Finding) => `${month} ${areaCodes} ${categories}`;
      const found = new Set(scaled.map(about));
      const byTotal = judge(runs).filter(
        ({ state, areaCodes, categories }) => !areaCodes && !categories && state !== 'short',
      );
      expect(byTotal.map(about).filter((each) => !found.has(each))).toEqual([]);
    }),
    { numRuns: 40, seed: 9 },
  );
});
