import { expect, it } from 'vitest';
import { compareAreas } from './compare-areas.ts';

const AREAS = ['A', 'B', 'C', 'D', 'E', 'F'].map((code) => ({ code, name: code }));
const group = (name: string, areas: string[]) => ({ name, areas, start: '2017-01' as const, transitionMonths: 0 });
const charter = (from: 'all others' | string[]) => ({
  treated: [group('one', ['A']), group('two', ['B'])],
  comparison: {
    ...({ from, adjoining: 'kept', groups: 'all' } as const),
    excluded: [{ area: 'F', because: 'It is a city.' }],
  },
});
const BORDERS = [
  ['A', 'C'],
  ['D', 'B'],
  ['A', 'F'],
] as const;

it('compares with no area of any treated group, and counts neighbours of each of them', () => {
  expect(compareAreas(charter('all others'), AREAS, BORDERS)).toEqual({
    donors: ['C', 'D', 'E'],
    adjoining: ['C', 'D', 'F'],
    excluded: [{ area: 'F', because: 'It is a city.' }],
  });
});

it('gives a reason for each area that the charter does not name', () => {
  const { donors, excluded } = compareAreas(charter(['B', 'C', 'E']), AREAS, BORDERS);
  expect(donors).toEqual(['C', 'E']);
  expect(excluded).toEqual([
    { area: 'F', because: 'It is a city.' },
    { area: 'D', because: 'Not among the comparison areas that the charter names.' },
  ]);
});
