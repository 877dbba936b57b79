import { expect, test } from 'vitest';
import { type Spending, spentBy } from './spending.ts';

const ALL: Spending[] = ["O'Brien and Fleming", 'Pocock', { power: 1 }, { power: 3 }];

test.each(ALL)('%j spends more from look to look and all in the end', (spending) => {
  const spent = [0.1, 0.3, 0.5, 0.7, 0.9, 1].map((fraction) => spentBy(spending, 0.05, fraction));
  expect(spent).toEqual(spent.toSorted((a, b) => a - b));
  expect(spent.at(-1)).toBeCloseTo(0.05, 12);
  expect(spentBy(spending, 0.05, 1.2)).toBeCloseTo(0.05, 12);
});

test('half way through, as the formulas say', () => {
  // 2 − 2Φ(2.2414 / √0.5) = 0.00153; 0.025 ln(1 + (e − 1) / 2) = 0.01550.
  expect(spentBy("O'Brien and Fleming", 0.025, 0.5)).toBeCloseTo(0.001525, 6);
  expect(spentBy('Pocock', 0.025, 0.5)).toBeCloseTo(0.015503, 6);
  expect(spentBy({ power: 2 }, 0.025, 0.5)).toBeCloseTo(0.00625, 12);
});

test('what is out of range is refused', () => {
  expect(() => spentBy('Pocock', 0, 0.5)).toThrow('error rate');
  expect(() => spentBy('Pocock', 0.05, 0)).toThrow('information');
  expect(() => spentBy({ power: 0 }, 0.05, 0.5)).toThrow('power');
});
