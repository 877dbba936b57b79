import { expect, it } from 'vitest';
import type { Origin } from './model.ts';
import { sayOrigins, type WithOrigins } from './say-origins.ts';

const of = (origins: (Origin | null)[], rest: Partial<WithOrigins> = {}): WithOrigins => ({
  ...{ boundaryVersion: 'wards-2022', firstMonth: '2022-03', convertedFrom: null },
  origins,
  ...rest,
});

it('says each run of months of one origin, whatever gaps it has', () => {
  expect(sayOrigins([of(['published, back-cast', null, 'published, back-cast', 'published'])])).toEqual([
    'March 2022 to May 2022: published by ward, counted anew by the publisher for wards that date from May 2022.',
    'June 2022: published by ward.',
  ]);
});

it('says of figures made from LSOAs by which lookup, and of a borough that its wards were fitted', () => {
  const made = { convertedFrom: 'lsoas-2021', lookups: ['fit.csv'] } as const;
  expect(sayOrigins([of(['LSOA best fit'], made)])).toEqual([
    'Summed here over the LSOAs of the census of 2021 that best fit each ward by the lookup fit.csv, for no file used has it by ward.',
  ]);
  expect(sayOrigins([of(['LSOA best fit'], { ...made, boundaryVersion: 'boroughs-2022' })])[0]).toContain(
    'that best fit each ward of the borough by the lookup fit.csv, for no file used has it by borough',
  );
});

it.each([
  ['published', 'boroughs-2022', null, 'Published by borough.'],
  ['published', 'lsoas-2021', null, 'Published by LSOA.'],
  ['counted from incidents', 'wards-2022', null, 'Counted here by ward, from the locations of incidents.'],
  [
    'summed over wards',
    'boroughs-2022',
    'wards-2022',
    'Summed here over all wards of each borough, for no file used has it by borough.',
  ],
  ['made up', 'wards-2022', null, 'Made up for the demonstration.'],
] as const)('says of "%s" by %s', (origin, boundaryVersion, convertedFrom, said) => {
  expect(sayOrigins([of([origin, origin], { boundaryVersion, convertedFrom })])).toEqual([said]);
});

it('says it of all series together, of the months asked, and nothing where there is no value', () => {
  const both = [of(['published, back-cast', 'published']), of([null, 'counted from incidents'])];
  expect(sayOrigins(both, { from: '2022-04', to: '2022-04' })).toEqual([
    'Counted here by ward, from the locations of incidents; or published by ward.',
  ]);
  expect(sayOrigins([of([null, null])])).toEqual([]);
  expect(sayOrigins([])).toEqual([]);
});
