import { expect, it } from 'vitest';
import { fitText } from './fit-text.ts';

it('takes the largest size that fits, else the smallest', () => {
  expect(fitText('7', 36, [22, 18, 13])).toBe(22);
  expect(fitText('6,967', 36, [22, 18, 13])).toBe(13);
  expect(fitText('123,456,789', 36, [22, 18, 13])).toBe(13);
});
