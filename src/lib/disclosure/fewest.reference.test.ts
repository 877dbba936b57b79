import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkedRelease, tableShapes } from '../../../test/builders/linked-tables.ts';
import type { Column, LinearModel } from '../optimisation/linear-model.ts';
import { solveModel } from '../optimisation/solve-model.ts';
import { controlDisclosure, type Release } from './index.ts';

/** Above every change these tables can make. */
const ANY = 500;

/**
 * The fewest cells that must be hidden, as one mixed-integer model: a 0-1 column a cell, and for every sensitive cell two
 * other truths, which differ only in hidden cells, at least `width` apart at that cell (Fischetti and Salazar 2001).
 */
function fewestModel(
  release: Release,
  sensitive: readonly string[],
  width: number,
  fixed: ReadonlySet<string>,
): LinearModel {
  const { cells, relations } = release;
  const at = new Map(cells.map(({ key }, number) => [key, number]));
  const columns: Column[] = cells.map(({ key }) => ({
    cost: 1,
    lower: sensitive.includes(key) ? 1 : 0,
    upper: fixed.has(key) ? 0 : 1,
    whole: true,
  }));
  const rows: LinearModel['rows'] = [];
  for (const key of sensitive) {
    const ends = [-1, 1].map(() => {
      const start = columns.length;
      cells.forEach(({ count, knownBetween }, cell) => {
        const lower = (knownBetween?.least ?? 0) - (count ?? 0);
        columns.push({ cost: 0, lower, upper: (knownBetween?.most ?? ANY) - (count ?? 0), whole: false });
        const own = start + cell;
        const hidden = (value: number) => [
          { column: own, value: 1 },
          { column: cell, value },
        ];
        rows.push({ name: 'only hidden rise', lower: -Infinity, upper: 0, entries: hidden(-ANY) });
        rows.push({ name: 'only hidden fall', lower: 0, upper: Infinity, entries: hidden(ANY) });
      });
      for (const { total, parts } of relations) {
        const entries = [total, ...parts].map((name, place) => ({
          column: start + (at.get(name) ?? 0),
          value: place === 0 ? -1 : 1,
        }));
        rows.push({ name: 'sums hold', lower: 0, upper: 0, entries });
      }
      return start + (at.get(key) ?? 0);
    });
    const entries = ends.map((column, place) => ({ column, value: place === 0 ? -1 : 1 }));
    rows.push({ name: 'wide enough', lower: width, upper: Infinity, entries });
  }
  return { columns, rows };
}

test('hides hardly more cells than the proven fewest', { timeout: 120_000 }, async () => {
  let fewest = 0;
  let hidden = 0;
  let tables = 0;
  for (const shape of fc.sample(tableShapes, { numRuns: 150, seed: 7 })) {
    const release = linkedRelease(shape);
    const [rule] = release.rules;
    const { decisions, report } = controlDisclosure(release);
    const known = release.cells.some(({ count }) => count === null) || (release.earlier ?? []).length > 0;
    const sensitive = decisions.filter(({ kind }) => kind === 'primary').map(({ key }) => key);
    if (rule === undefined || known || report.unprotected.length > 0 || sensitive.length === 0) continue;
    if (sensitive.length * release.cells.length > 500) continue;
    const fixed = new Set(
      release.cells.filter(({ alreadyPublic }) => alreadyPublic !== undefined).map(({ key }) => key),
    );
    const width = Math.max(1, rule.threshold - (rule.zerosSensitive ? 1 : 2));
    const { status, objective } = await solveModel(fewestModel(release, sensitive, width, fixed), 10);
    if (status !== 'optimal' || objective === null) continue;
    const own = report.primary + report.secondary;
    expect(own).toBeGreaterThanOrEqual(Math.round(objective));
    fewest += Math.round(objective);
    hidden += own;
    tables += 1;
  }
  expect(tables).toBeGreaterThanOrEqual(30);
  // 234 against 225 where this was written.
  expect(hidden).toBeLessThanOrEqual(1.1 * fewest);
});
