import { expect, it } from 'vitest';
import type { Area } from '../../geography/index.ts';
import type { NamedLookup } from './model.ts';
import { joinRoutes, routesToWards, routeToBoroughs } from './route-to.ts';

const lookup = (fromSet: string, toSet: string, codes: string[], targets: string[]): NamedLookup => ({
  file: `${fromSet}-${toSet}`,
  ...{ fromSet, toSet, codes, targets },
});
const change = lookup('LSOA11', 'LSOA21', ['a', 'b'], ['a', 'b']);
const to24 = lookup('LSOA21', 'WD24', ['a', 'b'], ['W1', 'W2']);
const to22 = lookup('LSOA21', 'WD22', ['a', 'b'], ['W1', 'W1']);
const to17 = lookup('LSOA11', 'WD17', ['a', 'b'], ['V1', 'V1']);
const ward = (code: string, boroughCode: string | null): Area => ({
  ...{ code, boroughCode, name: code, kind: 'ward', version: 'wards-2022', boroughName: null },
});

it('finds at most one way from each set of LSOAs, wards of the very year first', () => {
  const ways = (lookups: NamedLookup[], to: 'wards-2014' | 'wards-2022') =>
    routesToWards(lookups, to).map(({ from, files }) => [from, files]);
  expect(ways([to24, change, to17], 'wards-2022')).toEqual([
    ['lsoas-2021', ['LSOA21-WD24']],
    ['lsoas-2011', ['LSOA11-LSOA21', 'LSOA21-WD24']],
  ]);
  expect(ways([to24, to22], 'wards-2022')).toEqual([['lsoas-2021', ['LSOA21-WD22']]]);
  expect(ways([to17, change], 'wards-2014')).toEqual([
    ['lsoas-2011', ['LSOA11-WD17']],
    ['lsoas-2021', ['LSOA11-LSOA21', 'LSOA11-WD17']],
  ]);
  expect(ways([change], 'wards-2014')).toEqual([]);
});

it('makes a borough of all its wards, and of LSOAs only where each ward can be made', () => {
  const boroughs = routeToBoroughs(
    [ward('W1', 'B1'), ward('W2', 'B1'), ward('W3', 'B2'), ward('W4', null)],
    'wards-2022',
    new Map([
      ['B1', 2],
      ['B2', 1],
    ]),
  );
  expect(boroughs.parts).toEqual(
    new Map([
      ['B1', ['W1', 'W2']],
      ['B2', ['W3']],
    ]),
  );
  const [toWards] = routesToWards([to24], 'wards-2022');
  if (toWards === undefined) throw new Error('no route');
  expect(joinRoutes(toWards, boroughs)).toEqual({
    ...{ origin: 'LSOA best fit', from: 'lsoas-2021', files: ['LSOA21-WD24'] },
    parts: new Map([['B1', ['a', 'b']]]),
    hindered: new Map([['B2', ['W3']]]),
  });
});

it('makes no borough of which a ward is not known, or one too many, along any way', () => {
  const [three, all] = [['W1', 'W2', 'W3'], Array.from({ length: 21 }, (_, at) => `W${at}`)];
  const hackney = (codes: string[]) =>
    routeToBoroughs(
      codes.map((code) => ward(code, 'E09000012')),
      'wards-2022',
    );
  expect(hackney(all).parts.get('E09000012')).toEqual(all);
  expect(hackney(three).parts.size).toBe(0);
  expect(hackney(three).hindered.get('E09000012')).toEqual(three);
  expect(hackney([...all, 'W21']).parts.size).toBe(0);
  const [toWards] = routesToWards([to24], 'wards-2022');
  if (toWards === undefined) throw new Error('no route');
  expect(joinRoutes(toWards, hackney(['W1', 'W2'])).parts.size).toBe(0);
});
