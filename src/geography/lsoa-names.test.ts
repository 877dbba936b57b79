import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { boroughOfLsoa, isNewIn2021 } from './lsoa-names.ts';

it.each([
  ['Camden 001A', 'E09000007'],
  ['Kingston upon Thames 012B', 'E09000021'],
  ['City of London 001A', 'E09000001'],
  ['Middlesbrough 014A', null],
  ['Camden', 'E09000007'],
  ['Camden 1', null],
])('"%s" is in %s', (name, code) => {
  expect(boroughOfLsoa(name)?.code ?? null).toBe(code);
});

it('knows the codes given for the census of 2021', () => {
  expect(['E01033768', 'E01033769', 'W01001958', 'W01001959', 'E02006801', ''].map(isNewIn2021)).toEqual([
    false,
    true,
    false,
    true,
    false,
    false,
  ]);
});

const GEOGRAPHY = fileURLToPath(new URL('../../../shared/data/geography/', import.meta.url));

/** The list of codes of 2011 and of 2021 in England and Wales, from two lookups of the ONS that know nothing of each other. */
describe.skipIf(!existsSync(GEOGRAPHY))('the LSOAs of England and Wales', () => {
  const codes = (file: string) =>
    new Set(readFileSync(`${GEOGRAPHY}${file}`, 'utf8').match(/(?<=^\uFEFF?)[EW]01\d{6}/gm) ?? []);

  it('of 2011 have no code of 2021, and all codes that 2021 adds are such', () => {
    const older = codes('lsoa11_ward17_EW_humaniverse.csv');
    const newer = codes('lsoa21_wd24_lad24_bestfit_EW.csv');
    expect([older.size, newer.size]).toEqual([34_753, 35_672]);
    expect([...older].filter(isNewIn2021)).toEqual([]);
    expect([...newer].filter((code) => isNewIn2021(code) === older.has(code))).toEqual([]);
  });
});
