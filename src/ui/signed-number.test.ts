import { expect, it } from 'vitest';
import { signedNumber } from './signed-number.ts';

it.each([
  [1, '+1'],
  [-2, '−2'],
  [0, '0'],
  [1200, '+1,200'],
])('writes %i as %s', (change, text) => expect(signedNumber(change)).toBe(text));
