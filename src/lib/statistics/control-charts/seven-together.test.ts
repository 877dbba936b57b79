import { expect, it } from 'vitest';
import { sevenTogether } from './seven-together.ts';

const centres = new Array<number>(9).fill(10);

it('marks seven on one side whose mean is too far, and their run alone', () => {
  const values = [9, 13, 13, 13, 13, 13, 13, 13, 9];
  expect(sevenTogether(values, centres, 2.9)).toEqual([false, true, true, true, true, true, true, true, false]);
  expect(sevenTogether(values, centres, 3)).not.toContain(true);
});

it.each([
  ['a month on the other side', [13, 13, 13, 9, 40, 13, 13, 13, 13]],
  ['a missing month', [13, 13, 13, null, 13, 13, 13, 13, 13]],
])('does not reach across %s', (_, values) => {
  expect(sevenTogether(values, centres, 1)).not.toContain(true);
});
