import { expect, it } from 'vitest';
import { weightedDisplacementDifference } from './weighted-displacement-difference.ts';

/** The example of the paper, doi:10.1186/s40163-018-0085-5, as the first author's R package ptools 2.0.0 tests it. */
const PAPER = {
  treated: { before: 207, after: 110 },
  control: { before: 308, after: 318 },
  nearby: { before: 178, after: 157 },
  nearbyControl: { before: 150, after: 140 },
};
const YEARS = { before: 1, after: 1 };

it('gives the difference, its variance and the range of the paper', () => {
  const { difference, variance } = weightedDisplacementDifference(PAPER, YEARS);
  expect([difference, variance]).toEqual([-118, 1568]);
  const error = Math.sqrt(variance);
  expect((difference / error).toFixed(2)).toBe('-2.98');
  expect([difference - 1.96 * error, difference + 1.96 * error].map(Math.round)).toEqual([-196, -40]);
});

it('gives what ptools gives for times of different length', () => {
  const counts = { treated: { before: 80, after: 20 }, control: { before: 100, after: 50 } };
  const { difference, variance } = weightedDisplacementDifference(
    { ...counts, nearby: null, nearbyControl: null },
    { before: 2, after: 1 },
  );
  expect([difference, variance]).toEqual([-20, 115]);
});

it('gives what ptools gives for areas of different size', () => {
  const { treated, control, nearby, nearbyControl } = PAPER;
  const { difference, variance } = weightedDisplacementDifference(
    {
      treated: { ...treated, size: 1.2 },
      control: { ...control, size: 0.9 },
      nearby: { ...nearby, size: 1.5 },
      nearbyControl: { ...nearbyControl, size: 1.6 },
    },
    YEARS,
  );
  expect(difference).toBeCloseTo(-99.69444444, 8);
  expect(Math.sqrt(variance)).toBeCloseTo(35.4280755, 7);
});

it('parts what changed in the treated areas from what changed around them', () => {
  const { local, nearby } = weightedDisplacementDifference(PAPER, YEARS);
  expect([local, nearby]).toEqual([-107, -11]);
});
