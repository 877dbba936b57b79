import { expect, it } from 'vitest';
import { sayWeightsUsed } from './say-weights-used.ts';

const gone = (component: string, weight: number) => ({ component, weight, reason: 'It has no figures.' });

it.each([
  ['none is missing', [], null],
  ['what is missing had no weight', [gone('deprivation', 0)], null],
  [
    'one is missing',
    [gone('anti-social-behaviour', 0.1)],
    'Worked out from 90% of the weights: anti-social behaviour is missing.',
  ],
  [
    'several are missing, the heaviest named',
    [gone('residents', 0.1), gone('anti-social-behaviour', 0.2), gone('deprivation', 0.125), gone('theft', 0)],
    'Worked out from 57.5% of the weights: anti-social behaviour and 2 more are missing.',
  ],
])('says what a plan rests on when %s', (_case, missing, words) => expect(sayWeightsUsed({ missing })).toBe(words));
