import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DemandParts, weighDemand } from '../../../demand/index.ts';
import { weightsFromPoints } from './weights-from-points.ts';

type Part = DemandParts['parts'][number];

/** Parts "a", "b" … of whole figures by ward. */
const partsOf = (columns: readonly (readonly number[])[]): DemandParts => ({
  ...{ unit: 'Central North', asAt: '2026-03-01', boundaryVersion: 'wards-2022', window: null },
  wards: (columns[0] ?? []).map((_, place) => ({ code: `E${place}`, name: `Ward ${place}`, borough: 'Camden' })),
  parts: columns.map(
    (figures, place): Part => ({
      kind: 'held',
      component: String.fromCharCode(97 + place),
      title: 'Part',
      measure: 'part',
      every: 'month',
      vintage: 'spring',
      synthetic: false,
      backCast: false,
      origins: [],
      files: [],
      total: figures.reduce((sum, figure) => sum + figure, 0),
      figures: [...figures],
    }),
  ),
});
const pointsOf = (points: readonly number[]) =>
  Object.fromEntries(points.map((value, place) => [String.fromCharCode(97 + place), value]));

function weightsOf(method: 'budget' | 'swing', points: readonly number[], parts: DemandParts): number[] {
  const answer = weightsFromPoints({ method, points: pointsOf(points) }, parts);
  if (answer.kind === 'refused') throw new Error(answer.problems[0]?.sentence);
  return Object.values(answer.weights);
}

function expectClose(found: readonly number[], wanted: readonly number[]): void {
  expect(found).toHaveLength(wanted.length);
  for (const [place, value] of found.entries()) expect(value).toBeCloseTo(wanted[place] ?? Number.NaN, 12);
}

/** Figures of 2 to 6 components over 2 to 8 wards, whose wards differ in every component, with points above 0. */
const reviews = fc.tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 8 })).chain(([components, wards]) =>
  fc.record({
    columns: fc.array(
      fc
        .array(fc.integer({ min: 0, max: 5000 }), { minLength: wards, maxLength: wards })
        .filter((column) => new Set(column).size > 1),
      { minLength: components, maxLength: components },
    ),
    points: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: components, maxLength: components }),
  }),
);
const method = fc.constantFrom('budget' as const, 'swing' as const);

describe('weights from points', () => {
  it('sum to 1, none below 0', () => {
    fc.assert(
      fc.property(reviews, method, ({ columns, points }, how) => {
        const weights = weightsOf(how, points, partsOf(columns));
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
        expect(weights.every((weight) => weight > 0)).toBe(true);
      }),
      { seed: 6 },
    );
  });

  it('do not depend on the size of the points, nor swing on the size of the figures', () => {
    fc.assert(
      fc.property(
        reviews,
        method,
        fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
        ({ columns, points }, how, times) => {
          const weights = weightsOf(how, points, partsOf(columns));
          const scaled = points.map((value) => value * times);
          const larger = columns.map((column, place) => column.map((figure) => figure * (place + 1)));
          for (const other of [weightsOf(how, scaled, partsOf(columns)), weightsOf(how, points, partsOf(larger))])
            expectClose(other, weights);
        },
      ),
      { seed: 6 },
    );
  });

  it('are the same under swing and budget where every range is equal', () => {
    fc.assert(
      fc.property(reviews, ({ columns, points }) => {
        const [first = []] = columns;
        // The same figures, each in another order of the wards.
        const alike = columns.map((_, turn) => first.map((_each, place) => first[(place + turn) % first.length] ?? 0));
        const swing = weightsOf('swing', points, partsOf(alike));
        expectClose(weightsOf('budget', points, partsOf(alike)), swing);
      }),
      { seed: 6 },
    );
  });

  it('let the step of each component from least to most move the index in proportion to its points under swing', () => {
    fc.assert(
      fc.property(reviews, ({ columns, points }) => {
        const parts = partsOf(columns);
        const weights = weightsOf('swing', points, parts);
        const moved = columns.map((column, place) => {
          const component = String.fromCharCode(97 + place);
          const demand = weighDemand(parts, { name: 'swing', version: '1', weights: pointsOf(weights) });
          if (demand.kind !== 'index') throw new Error('There is demand.');
          const least = demand.wards[column.indexOf(Math.min(...column))]?.components[component] ?? 0;
          const most = demand.wards[column.indexOf(Math.max(...column))]?.components[component] ?? 0;
          const used = demand.used.find((each) => each.component === component);
          return (used?.weight ?? 0) * (most - least);
        });
        const perPoint = (moved[0] ?? 0) / (points[0] ?? 1);
        const perPoints = points.map((value) => value * perPoint);
        expectClose(moved, perPoints);
      }),
      { seed: 6 },
    );
  });
});
