import { expect, it } from 'vitest';
import { isOfVintage } from './named-vintage.ts';

it('goes by the name of its marks where it is made of two', () => {
  expect(isOfVintage('indices with census', 'indices')).toBe(true);
  expect(isOfVintage('indices with census', 'indices with census')).toBe(true);
  expect(isOfVintage('indices with census', 'census')).toBe(false);
  expect(isOfVintage('indices', 'ind')).toBe(false);
});
