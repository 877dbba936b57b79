import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { referenceAreas } from '../../geography/index.ts';
import { wardSetsOf } from './ward-sets-of.ts';

const GEOGRAPHY = fileURLToPath(new URL('../../../../shared/data/geography/', import.meta.url));

/** Ward codes in a file of London, or in those of its lines that name a London LSOA or borough. */
function codesIn(file: string, wanted: (line: string) => boolean = () => true): Set<string> {
  const lines = readFileSync(`${GEOGRAPHY}${file}`, 'utf8').split('\n').filter(wanted);
  return new Set(lines.flatMap((line) => line.match(/E05\d{6}/g) ?? []));
}

it('knows the wards of Camden and Islington, and no other code', () => {
  for (const version of ['wards-2014', 'wards-2022'] as const)
    for (const { code } of referenceAreas(version)) expect(wardSetsOf(code)).toEqual([version]);
  expect(['E05001234', 'E05015000', 'E05013', 'W05000001', 'N/K', ''].flatMap(wardSetsOf)).toEqual([]);
});

describe.skipIf(!existsSync(GEOGRAPHY))('in the published boundaries and lookups', () => {
  it('puts every London ward in the sets it is in', () => {
    const of2022 = codesIn('oa21_wd22_london_ONS_places.csv');
    const of2024 = codesIn('lsoa21_wd24_lad24_bestfit_EW.csv', (line) => line.includes(',E09'));
    const of2014 = codesIn('wards_2014_2018_london_E05.geojson');
    expect([of2014.size, of2022.size, of2024.size]).toEqual([624, 689, 684]);
    for (const code of [...of2022, ...of2024]) expect(wardSetsOf(code), code).toContain('wards-2022');
    for (const code of of2014) expect(wardSetsOf(code), code).toContain('wards-2014');
  });

  it('takes no code for one set only that is in both', () => {
    const lsoas = new Set(readFileSync(`${GEOGRAPHY}lsoa11_lsoa21_lad22_london.csv`, 'utf8').match(/E01\d{6}/g) ?? []);
    const of2017 = codesIn('lsoa11_ward17_EW_humaniverse.csv', (line) => lsoas.has(line.slice(0, 9)));
    const of2022 = codesIn('oa21_wd22_london_ONS_places.csv');
    expect(of2017.size).toBe(634);
    for (const code of of2017) {
      expect(wardSetsOf(code), code).toContain('wards-2014');
      if (of2022.has(code)) expect(wardSetsOf(code), code).toContain('wards-2022');
    }
  });
});
