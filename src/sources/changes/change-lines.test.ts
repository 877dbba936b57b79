import { expect, it } from 'vitest';
import { changeLines, runsText } from './change-lines.ts';
import type { ImportChanges, MeasureChange } from './import-changes.ts';

const nothing: ImportChanges = { heldAlready: 0, measures: [], givenUp: [], replaced: [] };
const change = (measure: string, other: Partial<MeasureChange>): MeasureChange => ({
  measure,
  title: measure,
  boundaryVersion: 'wards-2022',
  newMonths: [],
  lostMonths: [],
  changedMonths: [],
  changedValues: 0,
  largest: [],
  vintagesBefore: ['A'],
  vintagesAfter: ['A'],
  ...other,
});
const lines = (...measures: MeasureChange[]) => changeLines({ ...nothing, measures });

it('says months by their runs', () => {
  expect(runsText(['2023-12', '2024-01', '2024-02', '2024-05'])).toBe('December 2023 to February 2024, May 2024');
  expect(runsText(['2024-01', '2024-03', '2024-05', '2024-07'])).toBe('4 months between January 2024 and July 2024');
});

it('says new months once for all measures that gain the same', () => {
  const newMonths = ['2024-02'] as const;
  expect(
    lines(change('Burglary', { newMonths: [...newMonths] }), change('Robbery', { newMonths: [...newMonths] })),
  ).toEqual(['New months for 2 measures (wards from May 2022): February 2024.']);
  const many = (['2024-01', '2024-02', '2024-03', '2024-04'] as const).map((month) =>
    change(month, { newMonths: [month] }),
  );
  expect(lines(...many)).toEqual([
    'New months for 4 measures (wards from May 2022): January 2024 to April 2024, not all of them for each.',
  ]);
});

it('says how many values change and which the most', () => {
  const at = { areaCode: 'E1', areaName: 'Bloomsbury', month: '2024-03' as const };
  expect(
    lines(
      change('Burglary', {
        changedMonths: ['2024-03', '2024-04'],
        changedValues: 1200,
        largest: [{ ...at, before: 12, after: 15 }],
      }),
      change('Robbery', { changedMonths: ['2024-03'], changedValues: 1, largest: [{ ...at, before: 9, after: null }] }),
    ),
  ).toEqual([
    '1,201 values of 2 measures change in 2 months (wards from May 2022), most of all Robbery in Bloomsbury, March 2024: 9 becomes no value.',
  ]);
});

it('says which vintage is shown instead of which, and what is no longer shown', () => {
  expect(lines(change('Burglary', { vintagesAfter: ['B'], lostMonths: ['2019-01'] }))).toEqual([
    'No longer shown for Burglary (wards from May 2022): January 2019.',
    'Burglary (wards from May 2022): from now on shown from B instead of A.',
  ]);
  expect(lines(change('Burglary', { vintagesBefore: [], newMonths: ['2024-01'] }))).toHaveLength(1);
});

it('says what is given up, replaced and held already', () => {
  expect(
    changeLines({
      ...nothing,
      givenUp: [{ file: 'recent.csv', by: 'history.csv', months: ['2024-02'] }],
      replaced: [
        { what: 'ward boundaries', before: 'old.geojson' },
        { what: 'lookup from LSOA21 to WD24', before: null },
      ],
      heldAlready: 2,
    }),
  ).toEqual([
    'February 2024 is taken from history.csv, which is fuller than recent.csv.',
    'Ward boundaries: used instead of old.geojson.',
    'Lookup from LSOA21 to WD24: new.',
    '2 files are held already and stay as they are.',
  ]);
});
