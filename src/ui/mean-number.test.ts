import { expect, it } from 'vitest';
import { meanNumber } from './mean-number.ts';

it.each([
  [0.42, '0.4'],
  [8.75, '8.8'],
  [6, '6'],
  [145.9, '146'],
  [1650.2, '1,650'],
])('a mean of %f is written %s', (mean, words) => expect(meanNumber(mean)).toBe(words));
