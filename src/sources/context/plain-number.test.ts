import { expect, it } from 'vitest';
import { plainNumber, wholeNumber } from './plain-number.ts';

it('reads plain decimals only', () => {
  expect(['12', '-1.771', '0.10719131614654002'].map(plainNumber)).toEqual([12, -1.771, 0.10719131614654002]);
  for (const text of ['', '1,234', '1e5', '=1+1', '+3', '.5', '5.', 'n/a', '£30', '0x10', ' 1', 'Infinity']) {
    expect(plainNumber(text), text).toBeNull();
  }
});

it('reads whole counts only, written as whole or with a nought behind the point', () => {
  expect(['1553', '1553.0', '0'].map(wholeNumber)).toEqual([1553, 1553, 0]);
  for (const text of ['', '-1', '1553.5', '1,553']) expect(wholeNumber(text), text).toBeNull();
});
