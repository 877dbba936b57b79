import { expect, it } from 'vitest';
import { policesBorough } from './polices-borough.ts';

it('gives the City to its own police and the other boroughs to the Metropolitan Police', () => {
  expect(policesBorough('city-of-london', 'E09000001')).toBe(true);
  expect(policesBorough('metropolitan', 'E09000001')).toBe(false);
  expect(policesBorough('metropolitan', 'E09000007')).toBe(true);
  expect(policesBorough('city-of-london', 'E09000007')).toBe(false);
});

it('gives the railway police no ground, and takes other forces at their word outside London', () => {
  expect(policesBorough('btp', 'E09000007')).toBe(false);
  expect(policesBorough('btp', 'E07000110')).toBe(false);
  expect(policesBorough('kent', 'E07000110')).toBe(true);
  expect(policesBorough('kent', 'E09000004')).toBe(false);
  expect(policesBorough('metropolitan', 'E07000110')).toBe(false);
});
