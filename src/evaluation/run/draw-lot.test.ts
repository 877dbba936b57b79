import { expect, it } from 'vitest';
import type { Placebo } from '../../lib/causal/index.ts';
import { intervalOf } from './draw-lot.ts';

const placebo = (unit: number, estimate: number, preRmspe: number): Placebo => ({
  ...{ group: [unit], estimate, preRmspe, ratio: 1, gaps: [], weights: Array.from({ length: 9 }, () => 0) },
  standardised: preRmspe > 0 ? estimate / preRmspe : 0,
});
const all = Array.from({ length: 9 }, (_, unit) => placebo(unit, unit === 0 ? 3 : 0.1 * unit, 0.5));

it('gives a range by lot that holds the estimate', () => {
  const range = intervalOf({ all, own: 0 }, 1);
  expect(range?.low).toBeLessThan(3);
  expect(range?.high).toBeGreaterThan(3);
});

it('gives none where a group has no gap before the start, whatever its estimate', () => {
  expect(intervalOf({ all: [...all.slice(0, 8), placebo(8, 0, 0)], own: 0 }, 1)).toBeNull();
  expect(intervalOf({ all: [...all.slice(0, 8), placebo(8, 2, 0)], own: 0 }, 1)).toBeNull();
  expect(intervalOf({ all: [placebo(0, 0, 0), ...all.slice(1)], own: 0 }, 1)).toBeNull();
});
