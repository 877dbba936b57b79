import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Series } from '../measures/index.ts';
import { indexDemand } from './index-demand.ts';
import type { DemandIndex, NoDemand } from './model.ts';

const NAMES = ['recorded-crime', 'violence-and-robbery', 'burglary', 'anti-social-behaviour'];
const RUNS = { seed: 20260301, numRuns: 200 };

const units = fc.record({
  figures: fc.array(fc.tuple(...NAMES.map(() => fc.integer({ min: 0, max: 500 }))), { minLength: 1, maxLength: 40 }),
  weights: fc
    .tuple(...NAMES.map(() => fc.integer({ min: 0, max: 100 })))
    .filter((weights) => weights.some((weight) => weight > 0)),
});

function reckon(figures: number[][], weights: number[], order: number[] = [0, 1, 2, 3]) {
  const wards = figures.map((_, place) => ({
    code: `E${String(place).padStart(3, '0')}`,
    name: `Ward ${place}`,
    boroughName: 'Camden',
  }));
  const series = figures.flatMap((values, place) =>
    values.map(
      (value, component): Series => ({
        measure: NAMES[component] ?? '',
        areaCode: wards[place]?.code ?? '',
        boundaryVersion: 'wards-2022',
        vintage: 'v',
        synthetic: false,
        files: [],
        firstMonth: '2025-01',
        values: Array.from({ length: 12 }, () => value),
        doubtful: [],
        backCast: false,
        origins: [],
        convertedFrom: null,
      }),
    ),
  );
  return indexDemand({
    unit: 'Central North',
    asAt: '2026-01-01',
    boundaryVersion: 'wards-2022',
    wards,
    weights: {
      name: 'random',
      version: '1',
      weights: Object.fromEntries(order.map((component) => [NAMES[component] ?? '', weights[component] ?? 0])),
    },
    window: null,
    series,
  });
}

/** Gives up a case in which every weighted component is 0 everywhere. */
function indexOf(answer: DemandIndex | NoDemand): DemandIndex {
  if (answer.kind === 'index') return answer;
  throw new fc.PreconditionFailure();
}
const sharesOf = (answer: DemandIndex | NoDemand) => indexOf(answer).wards.map((ward) => ward.demandShare);

test('the wards’ shares sum to 1, each component and the index alike', () => {
  fc.assert(
    fc.property(units, ({ figures, weights }) => {
      const answer = indexOf(reckon(figures, weights));
      const sum = (of: (ward: (typeof answer.wards)[number]) => number) =>
        answer.wards.reduce((total, ward) => total + of(ward), 0);
      expect(sum((ward) => ward.demandShare)).toBeCloseTo(1, 10);
      for (const { component } of answer.used)
        expect(sum((ward) => ward.components[component] ?? 0)).toBeCloseTo(1, 10);
      expect(answer.used.reduce((total, { weight }) => total + weight, 0)).toBeCloseTo(1, 10);
    }),
    RUNS,
  );
});

test('only ratios of weights matter, and the order of the file changes not one bit', () => {
  fc.assert(
    fc.property(units, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), ({ figures, weights }, order) => {
      const answer = reckon(figures, weights);
      expect(sharesOf(reckon(figures, weights, order))).toEqual(sharesOf(answer));
      expect(
        sharesOf(
          reckon(
            figures,
            weights.map((weight) => weight * 4),
          ),
        ),
      ).toEqual(sharesOf(answer));
    }),
    RUNS,
  );
});
