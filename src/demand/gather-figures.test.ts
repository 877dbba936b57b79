import { expect, test } from 'vitest';
import type { Month } from '../lib/calendar/month.ts';
import type { Series } from '../measures/index.ts';
import { gatherFigures } from './gather-figures.ts';
import type { Component } from './model.ts';

const crime: Component = { name: 'recorded-crime', title: 'Recorded crime', measure: 'recorded-crime', every: 'month' };
const residents: Component = { name: 'residents', title: 'Residents', measure: 'residents', every: 'once' };
const wards = [
  { code: 'E1', name: 'Barnsbury' },
  { code: 'E2', name: 'Highgate' },
  { code: 'E3', name: 'Holloway' },
];
const spring = { from: '2024-03' as Month, to: '2024-05' as Month, months: 3 };

function series(areaCode: string, firstMonth: Month, values: (number | null)[], doubtful: Month[] = []): Series {
  return {
    measure: 'recorded-crime',
    areaCode,
    boundaryVersion: 'wards-2022',
    vintage: 'v',
    synthetic: false,
    files: [],
    firstMonth,
    values,
    doubtful,
    backCast: false,
    origins: [],
    convertedFrom: null,
  };
}
const reason = (...args: Parameters<typeof gatherFigures>) => {
  const gathered = gatherFigures(...args);
  return gathered.kind === 'missing' ? gathered.reason : null;
};
const complete = wards.map(({ code }) => series(code, '2024-01', [9, 9, 1, 2, 3, 9]));

test('sums the months of the window and no others, in the order of the wards', () => {
  const gathered = gatherFigures(
    crime,
    wards,
    [series('E2', '2024-03', [0, 0, 5]), ...complete.filter((s) => s.areaCode !== 'E2')],
    spring,
    '2024-07-01',
  );
  expect(gathered).toMatchObject({ kind: 'held', figures: [6, 5, 6], total: 17 });
});

test('a ward or a month that is not held makes it missing, and the sentence says which', () => {
  expect(reason(crime, wards, [], spring, '2024-07-01')).toBe(
    'No figures for recorded crime are imported for these wards.',
  );
  const harm: Component = { name: 'x', title: 'Harm-weighted crime', measure: 'harm-weighted-crime', every: 'month' };
  expect(reason(harm, wards, [], spring, '2024-07-01')).toBe(
    'No figures for harm-weighted crime are imported for these wards: it needs their recorded crime and a table of harm weights.',
  );
  expect(reason(crime, wards, complete.slice(0, 2), spring, '2024-07-01')).toBe(
    'Recorded crime has no figures for Holloway.',
  );
  expect(reason(crime, wards, complete.slice(0, 1), spring, '2024-07-01')).toBe(
    'Recorded crime has no figures for Highgate and 1 other ward.',
  );
  const gap = [...complete.slice(0, 2), series('E3', '2024-01', [9, 9, 1, null, 3])];
  expect(reason(crime, wards, gap, spring, '2024-07-01')).toBe(
    'Recorded crime has no figures for April 2024, a month of the window March 2024 to May 2024.',
  );
  expect(reason(crime, wards, complete, null, '2024-07-01')).toBe(
    'Recorded crime has no 12 complete months in a row that ended by 1 July 2024.',
  );
});

test('a doubtful month of the window makes it missing, and the sentence has both figures', () => {
  const stub = wards.map(({ code }) => series(code, '2024-03', [1, 1_000, 1_100, 1_050], ['2024-03']));
  expect(reason(crime, wards, stub, spring, '2024-07-01')).toBe(
    'Recorded crime seems incomplete in March 2024, with 3 in these wards against a median of 3,150 in the months around it, a month of the window March 2024 to May 2024.',
  );
  const later = { from: '2024-04' as Month, to: '2024-06' as Month, months: 3 };
  expect(gatherFigures(crime, wards, stub, later, '2024-07-01')).toMatchObject({ figures: [3_150, 3_150, 3_150] });
  expect(reason(crime, wards, stub, null, '2024-07-01')).toBe(
    'Recorded crime has no 12 complete months in a row that ended by 1 July 2024; it seems incomplete in March 2024, with 3 in these wards against a median of 3,150 in the months around it.',
  );
});

test('a component that is 0 everywhere is missing: it has no shares', () => {
  const none = wards.map(({ code }) => series(code, '2024-03', [0, 0, 0]));
  expect(reason(crime, wards, none, spring, '2024-07-01')).toBe(
    'Recorded crime is 0 in every ward, so it cannot tell wards apart.',
  );
});

test('what is counted once takes the last figure known on the date', () => {
  const counted = wards.map(({ code }, place) => series(code, '2021-03', [100 + place, null, 200 + place]));
  expect(gatherFigures(residents, wards, counted, null, '2021-05-01')).toMatchObject({ figures: [100, 101, 102] });
  expect(gatherFigures(residents, wards, counted, null, '2026-01-01')).toMatchObject({ figures: [200, 201, 202] });
  expect(reason(residents, wards, counted, null, '2021-03-01')).toBe(
    'Residents has no figures from before 1 March 2021.',
  );
});
