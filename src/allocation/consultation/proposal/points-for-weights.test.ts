import { expect, it } from 'vitest';
import { GATHERED } from '../../../../test/builders/consultation-views.ts';
import { pointsForWeights } from './points-for-weights.ts';
import { swingSteps } from './swing-steps.ts';

const steps = swingSteps(GATHERED);

it('names the wards with least and most of each part that is held, with their shares', () => {
  expect(steps).toEqual([
    {
      ...{ component: 'recorded-crime', title: 'Recorded crime' },
      least: { ward: 'Frognal', share: 0.05 },
      most: { ward: 'Bloomsbury', share: 0.6 },
    },
    {
      ...{ component: 'residents', title: 'Residents' },
      least: { ward: 'Bloomsbury', share: 0.1 },
      most: { ward: 'Mildmay', share: 0.4 },
    },
  ]);
});

it('shares out 100 points as the weights stand, whatever they sum to', () => {
  expect(pointsForWeights('budget', { 'recorded-crime': 1, residents: 3 }, steps)).toEqual({
    'recorded-crime': 25,
    residents: 75,
  });
});

it('gives 100 to the largest step: weight times range', () => {
  // 0.5 × 0.55 against 0.5 × 0.30: the second step counts 54.5 for every 100 of the first.
  expect(pointsForWeights('swing', { 'recorded-crime': 0.5, residents: 0.5 }, steps)).toEqual({
    'recorded-crime': 100,
    residents: 54.5,
  });
});

it('begins with nothing where no weight is given, or only one of a part without figures', () => {
  expect(pointsForWeights('swing', { 'anti-social-behaviour': 1 }, steps)).toEqual({
    'recorded-crime': 0,
    residents: 0,
  });
});
