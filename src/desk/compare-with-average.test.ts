import { expect, it } from 'vitest';
import { compareWithAverage } from './compare-with-average.ts';

it.each([
  [0.03, 'a little more than'],
  [0.027, 'much the same as'],
  [0.0265, 'much the same as'],
  [0.025, 'a little less than'],
  [0.02, 'less than'],
  [0.013, 'less than half of'],
  [0.04, 'more than'],
  [0.062, 'more than twice'],
])('a share of %f against 0.027 is "%s"', (share, words) => expect(compareWithAverage(share, 0.027)).toBe(words));
