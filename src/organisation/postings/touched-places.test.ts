import { expect, it } from 'vitest';
import { touchedPlaces } from './touched-places.ts';

it('names each borough with each ward, and the unit alone for a post of no borough', () => {
  expect(touchedPlaces({ unit: 'U', boroughs: [], wards: [] })).toEqual([{ unit: 'U' }]);
  expect(touchedPlaces({ unit: 'U', boroughs: ['A', 'B'], wards: [] })).toEqual([
    { unit: 'U', borough: 'A' },
    { unit: 'U', borough: 'B' },
  ]);
  expect(touchedPlaces({ unit: 'U', boroughs: ['A'], wards: ['1', '2'] })).toEqual([
    { unit: 'U', borough: 'A', ward: '1' },
    { unit: 'U', borough: 'A', ward: '2' },
  ]);
});
