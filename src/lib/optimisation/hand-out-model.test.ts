import { expect, test } from 'vitest';
import { handOutModel } from './hand-out-model.ts';

test('one 0–1 column for every officer above a floor, gains shrinking, scaled to a mean demand of 1', () => {
  const { model, wards, before } = handOutModel([3, 1], [1, 2], [3, 9], 6);
  expect(wards).toEqual([0, 0, 1, 1, 1]);
  expect(before).toEqual([1, 2, 2, 3, 4]);
  // Demand 3 and 1 become 1.5 and 0.5.
  const gains = [1.5 ** 2 / 2, 1.5 ** 2 / 6, 0.5 ** 2 / 6, 0.5 ** 2 / 12, 0.5 ** 2 / 20];
  model.columns.forEach((column, place) => {
    expect(column.cost).toBeCloseTo(-(gains[place] ?? Number.NaN), 12);
    expect([column.lower, column.upper, column.whole]).toEqual([0, 1, true]);
  });
  expect(model.rows).toMatchObject([{ name: 'budget', lower: 3, upper: 3 }]);
});

test('without a ceiling a ward has as many steps as there are officers above the floors', () => {
  expect(handOutModel([3, 1], [1, 1], [Infinity, Infinity], 5).wards).toEqual([0, 0, 0, 1, 1, 1]);
});
