import { expect, it } from 'vitest';
import { onlyOneWeighting } from './only-one-weighting.ts';

const figures = [0.5, 0.5];

it('is so where one component alone has figures, or may have weight', () => {
  expect(onlyOneWeighting([figures, null], null)).toBe(true);
  expect(onlyOneWeighting([figures, figures], null)).toBe(false);
  expect(onlyOneWeighting([figures, figures, null], [{ least: [0, 0, 0.2], most: [1, 0, 0.5] }])).toBe(true);
});

it('is so where bounds leave no room, and every party the same', () => {
  const fixed = { least: [0.4, 0.6], most: [0.4, 0.6] };
  expect(onlyOneWeighting([figures, figures], [fixed])).toBe(true);
  expect(onlyOneWeighting([figures, figures], [{ least: [0.4, 0], most: [0.4, 1] }])).toBe(true);
  expect(onlyOneWeighting([figures, figures], [fixed, { least: [0.5, 0.5], most: [0.5, 0.5] }])).toBe(false);
  expect(onlyOneWeighting([figures, figures], [{ least: [0.4, 0.5], most: [0.5, 0.6] }])).toBe(false);
});
