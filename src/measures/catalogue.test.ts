import { expect, it } from 'vitest';
import { CATALOGUE, findMeasure } from './catalogue.ts';
import { sumsCategory } from './sums-category.ts';

function measure(name: string) {
  const found = findMeasure(name);
  if (!found) throw new Error(`no measure ${name}`);
  return found;
}

it('names every measure once', () => {
  const names = CATALOGUE.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(findMeasure('no-such-measure')).toBeNull();
});

it('gives every measure its own demonstration category and a definition of one sentence', () => {
  for (const { name, categories, definition } of CATALOGUE) {
    expect(categories.filter((category) => category.startsWith('demonstration/'))).toEqual([`demonstration/${name}`]);
    expect(definition).toMatch(/^[A-Z].*[.]$/);
  }
});

it('sums residential burglary over all its names', () => {
  const residential = measure('residential-burglary');
  for (const name of [
    'domestic-burglary',
    'res-burglary-of-a-home',
    'res-burglary-of-unconnected-building',
    'burglary-residential',
  ]) {
    expect(sumsCategory(residential, `mps/burglary/${name}`), name).toBe(true);
  }
  expect(sumsCategory(residential, 'mps/burglary/burglary-business-and-community')).toBe(false);
});

it('counts all recorded crime but fraud', () => {
  const recorded = measure('recorded-crime');
  expect(sumsCategory(recorded, 'mps/theft/shoplifting')).toBe(true);
  expect(sumsCategory(recorded, 'mps/theft/an-offence-of-next-year')).toBe(true);
  expect(sumsCategory(recorded, 'mps/fraud-and-forgery/fraud-and-forgery')).toBe(false);
  expect(sumsCategory(recorded, 'mps/nfib-fraud/nfib')).toBe(false);
  expect(sumsCategory(recorded, 'street/burglary')).toBe(false);
  expect(sumsCategory(measure('fraud'), 'mps/nfib-fraud/nfib')).toBe(true);
});

it('keeps anti-social behaviour out of street crime', () => {
  expect(sumsCategory(measure('street-crime'), 'street/anti-social-behaviour')).toBe(false);
  expect(sumsCategory(measure('anti-social-behaviour'), 'street/anti-social-behaviour')).toBe(true);
});
