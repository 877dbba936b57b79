import { describe, expect, it } from 'vitest';
import type { WeightBounds } from '../model.ts';
import { boundsProblems } from './bounds-problems.ts';

const COMPONENTS = [
  { component: 'crime', title: 'Recorded crime' },
  { component: 'residents', title: 'Residents' },
  { component: 'calls', title: 'Calls' },
];
const WEIGHTS = { crime: 0.5, residents: 0.3, calls: 0.2 };
const problems = (bounds: WeightBounds | null, weights: Record<string, number> | null = WEIGHTS) =>
  boundsProblems(bounds, COMPONENTS, weights);

describe('bounds of a proposal', () => {
  it('are fine where its own weights keep them, on the bound too, or where there are none', () => {
    expect(problems({ crime: [0.4, 0.6], residents: [0.3, 0.3] })).toEqual([]);
    expect(problems({ crime: [0.1 + 0.2, 1] }, { crime: 0.3, residents: 0.7, calls: 0 })).toEqual([]);
    expect(problems(null)).toEqual([]);
  });

  it('have a least that is below the most', () => {
    expect(problems({ crime: [0.6, 0.4] })).toEqual([
      {
        field: 'least-crime',
        sentence: 'The least weight of Recorded crime is 60% and the most 40%: make the least the smaller one.',
      },
    ]);
  });

  it.each<[WeightBounds, string]>([
    [{ crime: [-0.1, 1] }, 'least-crime'],
    [{ crime: [0, 1.1] }, 'most-crime'],
    [{ crime: [Number.NaN, 1] }, 'least-crime'],
    [{ moonlight: [0, 1] }, 'least-moonlight'],
  ])('lie from 0 to 100 and are about what is asked: %j', (bounds, field) => {
    expect(problems(bounds).map((problem) => problem.field)).toEqual([field]);
  });

  it('leave some weights that keep them all', () => {
    expect(problems({ crime: [0.6, 1], residents: [0.5, 1] }, null)).toEqual([
      { field: null, sentence: expect.stringContaining('The least weights come to 110% together') },
    ]);
    const most: WeightBounds = { crime: [0, 0.5], residents: [0, 0.2], calls: [0, 0.2] };
    expect(problems(most, null)).toEqual([
      { field: null, sentence: expect.stringContaining('The most weights come to 90% together') },
    ]);
    // A component without a bound may make up the rest.
    expect(problems({ crime: [0, 0.5], residents: [0, 0.2] }, null)).toEqual([]);
  });

  it('are kept by its own weights', () => {
    expect(problems({ crime: [0.6, 1], calls: [0, 0.1] })).toEqual([
      {
        field: 'least-crime',
        sentence:
          'Your own weight of Recorded crime is 50%, below the least you would accept, 60%: change its points or this bound.',
      },
      {
        field: 'most-calls',
        sentence:
          'Your own weight of Calls is 20%, above the most you would accept, 10%: change its points or this bound.',
      },
    ]);
  });
});
