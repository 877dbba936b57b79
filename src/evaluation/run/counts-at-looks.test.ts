import { expect, it } from 'vitest';
import { seriesOf } from '../panel/build-panel.ts';
import type { OutcomePanel } from '../panel/model.ts';
import { countsAtLooks } from './counts-at-looks.ts';

/** A large area whose rate falls by half, and a small one whose rate doubles, as of the start. */
const COUNTS = [
  [20, 20, 10, 10],
  [2, 2, 4, 4],
];
const SIZES = [10_000, 1_000];
const OUTCOME: OutcomePanel = {
  panel: {
    ...{ units: ['large', 'small'], times: ['2030-01', '2030-02', '2030-03', '2030-04'], sizes: SIZES },
    values: COUNTS.map((row, at) => row.map((count) => (count / (SIZES[at] ?? 0)) * 1000)),
  },
  ...{ treated: 2, start: 2, scale: 'rate', counts: COUNTS, withoutFigures: [] },
  comparison: { treated: [], donors: [], start: 2, treatedUnits: 2 },
};

it.each([
  { gap: 0, expected: [14, 28] },
  // One more for each 1,000 of 11,000 residents than would have been.
  { gap: 1, expected: [3, 6] },
])('expects as many as the rate of all residents says, $gap a thousand less', ({ gap, expected }) => {
  const placebo = {
    ...{ group: [0, 1], estimate: gap, preRmspe: 1, ratio: 1, standardised: 1, weights: [0, 0] },
    gaps: seriesOf(OUTCOME, [0, 1]).map((_, at) => (at < 2 ? 0 : gap)),
  };
  const counts = countsAtLooks(OUTCOME, placebo, [3, 4]);
  expect(counts.observed).toEqual([14, 28]);
  expect(counts.expected.map((each) => Math.round(each * 1e6) / 1e6)).toEqual(expected);
});
