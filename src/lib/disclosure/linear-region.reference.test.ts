import { expect, test } from 'vitest';
import { solveModel } from '../optimisation/solve-model.ts';
import { seededRandom } from '../statistics/random.ts';
import { type LinearEquations, openRegion } from './linear-region.ts';

const random = seededRandom(20_260_301);
const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));

/** Sparse equations in −1, 0 and 1, about half of them with a point that satisfies them. */
function equations(): LinearEquations {
  const width = between(1, 12);
  const uppers = Array.from({ length: width }, () => (random() < 0.2 ? Number.POSITIVE_INFINITY : between(0, 8)));
  const point = uppers.map((upper) => between(0, Math.min(upper, 9)));
  const rows = Array.from({ length: between(0, 8) }, () => {
    const columns = uppers.flatMap((_, column) => (random() < 0.4 ? [column] : []));
    const values = columns.map(() => (random() < 0.4 ? -1 : 1));
    const right = columns.reduce((sum, column, place) => sum + (values[place] ?? 0) * (point[column] ?? 0), 0);
    return { columns, values, right: random() < 0.05 ? right + between(-3, 3) : right };
  });
  return { uppers, rows };
}

async function byHighs({ uppers, rows }: LinearEquations, costs: readonly number[]) {
  return solveModel(
    {
      columns: uppers.map((upper, column) => ({ cost: -(costs[column] ?? 0), lower: 0, upper, whole: false })),
      rows: rows.map(({ columns, values, right }) => ({
        name: 'equation',
        lower: right,
        upper: right,
        entries: columns.map((column, place) => ({ column, value: values[place] ?? 0 })),
      })),
    },
    10,
  );
}

test('finds the same ends as HiGHS on 600 random regions, asked three times each', { timeout: 60_000 }, async () => {
  const seen = { infeasible: 0, endless: 0, bounded: 0 };
  for (let run = 0; run < 600; run += 1) {
    const given = equations();
    const region = openRegion(given);
    for (let question = 0; question < 3; question += 1) {
      const costs = given.uppers.map(() => between(-2, 2));
      const reference = await byHighs(given, costs);
      if (region === null) {
        expect(reference.status).toBe('infeasible');
        seen.infeasible += 1;
        continue;
      }
      const { value, y } = region.greatest(costs);
      if (value === Number.POSITIVE_INFINITY) {
        expect(reference.status).toBe('unbounded');
        seen.endless += 1;
        continue;
      }
      expect(reference.status).toBe('optimal');
      expect(value).toBeCloseTo(-(reference.objective ?? Number.NaN), 6);
      y.forEach((level, column) => {
        expect(level).toBeGreaterThanOrEqual(-1e-7);
        expect(level).toBeLessThanOrEqual((given.uppers[column] ?? 0) + 1e-7);
      });
      seen.bounded += 1;
    }
  }
  expect(Math.min(seen.infeasible, seen.endless)).toBeGreaterThan(30);
  expect(seen.bounded).toBeGreaterThan(600);
});
