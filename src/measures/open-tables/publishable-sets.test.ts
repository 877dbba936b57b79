import { expect, it } from 'vitest';
import { CATALOGUE } from '../catalogue.ts';
import { isPublishable, publishableSets } from './publishable-sets.ts';

it('gives searches by ethnicity for boroughs and forces only, and everything else for every set', () => {
  const few = CATALOGUE.filter((measure) => !publishableSets(measure).includes('wards-2022')).map(({ name }) => name);
  expect(few).toEqual(
    ['asian', 'black', 'mixed', 'white', 'other', 'not-stated'].map((each) => `stop-and-search-ethnicity-${each}`),
  );
  for (const measure of CATALOGUE) expect(publishableSets(measure)).toContain('boroughs-2022');
});

it('holds for single categories too', () => {
  expect(isPublishable('stop-and-search/officer-defined-ethnicity/black', 'wards-2022')).toBe(false);
  expect(isPublishable('stop-and-search/officer-defined-ethnicity/black', 'unplaced')).toBe(false);
  expect(isPublishable('stop-and-search/officer-defined-ethnicity/black', 'police-forces')).toBe(true);
  expect(isPublishable('stop-and-search/searches', 'wards-2022')).toBe(true);
});
