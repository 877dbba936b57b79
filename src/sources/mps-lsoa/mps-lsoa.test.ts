import { expect, it } from 'vitest';
import { findMeasure, sumsCategory } from '../../measures/index.ts';
import { MPS_LSOA, NOT_GIVEN } from './mps-lsoa.ts';

const HEADER = 'LSOA Code,LSOA Name,Borough,Major Category,Minor Category,202401,202402';
const context = { now: '2026-03' as const, held: [], about: null };

function read(...rows: string[]) {
  const result = MPS_LSOA.read(`${[HEADER, ...rows].join('\n')}\n`, context);
  if (result.kind === 'refused') throw new Error(result.because);
  const valuesOf = (areaCode: string, category: string) =>
    result.series.find((each) => each.areaCode === areaCode && each.category === category)?.values;
  return { ...result, valuesOf };
}

const THEFT = 'E01035651,Islington 007E,E09000019,THEFT,SHOPLIFTING,3,4';
const ROBBERY = 'E01000907,Camden 001A,E09000007,Robbery,Robbery of personal property,0,1';

it('is told by its columns, and refused when it has lost those of the offence', () => {
  const knows = (header: string) => MPS_LSOA.knows({ kind: 'csv', columns: header.split(',') });
  expect(knows(HEADER)).toBe(true);
  expect(knows('LSOA Code,LSOA Name,Borough,202401')).toEqual({
    refused: expect.stringContaining('lost its category columns'),
  });
  expect(knows('WardCode,MajorText,MinorText,202401')).toBe(false);
  expect(knows('LSOA Code,Total')).toBe(false);
});

it('keeps LSOAs under the keys of the ward files, with zeros where the file that holds the LSOA has no row', () => {
  const file = read(THEFT, ROBBERY);
  expect(file).toMatchObject({ rowsRead: 2, rowsUsed: 2, boundaryVersions: ['lsoas-2021'] });
  expect(file.valuesOf('E01035651', 'mps/theft/shoplifting')).toEqual([3, 4]);
  expect(file.valuesOf('E01000907', 'mps/theft/shoplifting')).toEqual([0, 0]);
  expect(file.valuesOf('E01000907', 'mps/robbery/robbery-of-personal-property')).toEqual([0, 1]);
  expect(file.coverage).toContainEqual({
    month: '2024-02',
    publisher: 'mps',
    boundaryVersion: 'lsoas-2021',
    total: 5,
  });
});

it('has sexual offences without a value where the file gives none, which recorded crime then lacks', () => {
  const file = read(THEFT, ROBBERY);
  expect(file.valuesOf('E01000907', NOT_GIVEN)).toEqual([null, null]);
  expect(file.notices).toContainEqual({ reason: expect.stringContaining('without sexual offences'), count: 2 });
  const sums = (name: string) => {
    const measure = findMeasure(name);
    return measure !== null && sumsCategory(measure, NOT_GIVEN);
  };
  expect(['recorded-crime', 'sexual-offences', 'recorded-crime-except-sexual-offences'].map(sums)).toEqual([
    true,
    true,
    false,
  ]);
  const given = read(THEFT, 'E01000907,Camden 001A,E09000007,SEXUAL OFFENCES,RAPE,0,1');
  expect(given.valuesOf('E01000907', NOT_GIVEN)).toBeUndefined();
  expect(given.notices).toEqual([]);
});

it('leaves out what is no LSOA or of the other census, each with its line', () => {
  const file = read(
    THEFT,
    'E01035652,Islington 007F,E09000019,THEFT,SHOPLIFTING,3,4',
    'E01002731,Islington 007B,E09000019,THEFT,SHOPLIFTING,3,4',
    'E05013698,Barnsbury,E09000019,THEFT,SHOPLIFTING,3,4',
    'E01000907,Camden 001A,E09000007,THEFT,SHOPLIFTING,,4',
  );
  expect(file.refusedRows.map(({ line, reason }) => [line, reason])).toEqual([
    [4, 'an LSOA of another census than the rest of the file'],
    [5, 'no LSOA code such as E01000907'],
    [6, 'a month has no value'],
  ]);
  expect(file.valuesOf('E01000907', 'mps/theft/shoplifting')).toEqual([null, null]);
});

it('refuses a file whose codes do not tell their census', () => {
  expect(() => read(ROBBERY)).toThrow('has LSOA codes of no boundary set Wardroom knows: import the boundaries');
});
