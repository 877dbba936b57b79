import { describe, expect, it } from 'vitest';
import { CATALOGUE, sumsCategory } from '../../measures/index.ts';
import { ASB_CALLS } from '../asb-calls/asb-calls.ts';
import { BACKLOG } from '../backlog/backlog.ts';
import { BURGLARY_ATTENDANCE } from '../burglary-attendance/burglary-attendance.ts';
import { CHARGES } from '../charges/charges.ts';
import { CRIME_OUTCOMES } from '../crime-outcomes/crime-outcomes.ts';
import { RECORDED_COUNTS } from '../recorded-counts/recorded-counts.ts';
import { RESPONSE_TIMES } from '../response-times/response-times.ts';
import { SERVICE_SURVEY } from '../service-survey/service-survey.ts';
import type { TextSource } from '../text-source.ts';
import { TEXT_SOURCES } from '../text-sources.ts';
import { VICTIMS_BY_ETHNICITY } from '../victims-by-ethnicity/victims-by-ethnicity.ts';

const CONTEXT = { now: '2024-06', held: [], about: null } as const;

/** The header of each plain CSV, and a good row. */
const GOOD: [TextSource, header: string, row: string][] = [
  [RECORDED_COUNTS, 'month,area,measure,count', '2024-03,Camden,lethal-barrelled-discharges,0'],
  [BURGLARY_ATTENDANCE, 'month,area,burglaries_reported,burglaries_attended', '2024-03,Camden,80,78'],
  [
    RESPONSE_TIMES,
    'month,area,grade,minutes_0_to_5,minutes_5_to_10,minutes_10_to_15,minutes_15_to_20,minutes_20_to_30,minutes_30_to_60,minutes_60_to_240,minutes_over_240,time_not_known',
    '2024-03,Camden,I,10,20,30,5,4,3,2,1,6',
  ],
  [
    CRIME_OUTCOMES,
    'month,area,offence,crimes_recorded,charged_or_summonsed,out_of_court,evidence_lacking_victim_supports,evidence_lacking_victim_does_not,no_suspect_identified,not_in_public_interest,another_body,other',
    '2024-03,Camden,personal-robbery,70,4,0,3,6,50,1,0,1',
  ],
  [CHARGES, 'month,area,offence,charged,recorded_in_month', '2024-03,Camden,personal-robbery,5,70'],
  [
    BACKLOG,
    'month,area,work,opened,closed,open_up_to_90_days,open_91_to_180_days,open_181_to_365_days,open_over_365_days',
    '2024-03,Camden,online-child-abuse,12,14,30,9,5,2',
  ],
  [VICTIMS_BY_ETHNICITY, 'month,area,ethnic_group,victims', '2024-03,Camden,black,41'],
  [ASB_CALLS, 'month,area,asb_calls', '2024-03,E05013653,31'],
  [
    SERVICE_SURVEY,
    'month,area,question,share,asked,design_effect,months_asked',
    '2024-03,Camden,trust,0.71,400,1.4,12',
  ],
];

function read(source: TextSource, header: string, ...rows: string[]) {
  const file = source.read(`${[header, ...rows].join('\n')}\n`, CONTEXT);
  if (file.kind === 'refused') throw new Error(file.because);
  return file;
}
const sourceOf = (kind: string) => {
  const found = GOOD.find(([source]) => source.kind === kind);
  if (!found) throw new Error(`no plain CSV ${kind}`);
  return found;
};

describe.each(GOOD)('$kind', (source, header, row) => {
  it('is known by its columns, and no other source takes it', () => {
    const head = { kind: 'csv', columns: header.split(',') } as const;
    expect(TEXT_SOURCES.filter((each) => each.knows(head) !== false).map(({ kind }) => kind)).toEqual([source.kind]);
  });

  it('brings only categories that a measure sums, each of them in a measure', () => {
    const { series, rowsUsed } = read(source, header, row);
    expect(rowsUsed).toBe(1);
    for (const { category, publisher } of series) {
      expect(publisher).toBe(source.kind);
      expect(
        CATALOGUE.some((measure) => sumsCategory(measure, category)),
        category,
      ).toBe(true);
    }
  });

  it.each([
    ['a month that is none', /^2024-03/, '2024-3', 'no month, written as 2024-03'],
    ['a thirteenth month', /^2024-03/, '2024-13', 'no month, written as 2024-03'],
    ['a month to come', /^2024-03/, '2024-07', 'a month still to come'],
    ['an area that is none', /,(Camden|E05013653),/, ',Atlantis,', expect.stringMatching(/^no London borough/)],
    ['a formula for its last figure', /,[^,]+$/, ',=1+1', expect.stringMatching(/ is no |is no whole number/)],
  ])('leaves out a row with %s', (_, what, instead, reason) => {
    const bad = row.replace(what, instead);
    expect(bad).not.toBe(row);
    const file = read(source, header, row.replace('2024-03', '2024-02'), bad);
    expect(file).toMatchObject({ rowsRead: 2, rowsUsed: 1, refused: [{ reason, count: 1 }] });
  });

  it('knows nothing of what two rows state differently', () => {
    const other = row.replace(/[^,]+$/, '3');
    const file = read(source, header, row.replace('2024-03', '2024-02'), row, other);
    expect(file).toMatchObject({ rowsUsed: 1, to: '2024-02' });
  });
});

it('keeps a count of none, and has no value where no row is', () => {
  const [source, header, row] = sourceOf('recorded-counts');
  const file = read(source, header, row, row.replace('2024-03', '2024-01').replace(/0$/, '3'));
  expect(file.series[0]).toMatchObject({ firstMonth: '2024-01', values: [3, null, 0] });
});

it.each([
  ['recorded-counts', ',lethal-barrelled-discharges,', ',robbery,', /^no measure this file can bring/],
  ['response-times', ',I,', ',X,', /^no grade of a call/],
  ['crime-outcomes', ',personal-robbery,', ',arson,', /^no offence this file can bring/],
  ['charges', ',personal-robbery,', ',arson,', /^no offence this file can bring/],
  ['backlog', ',online-child-abuse,', ',parking,', /^no work this file can bring/],
  ['service-survey', ',trust,', ',weather,', /^no question this file can bring/],
  ['burglary-attendance', ',80,78', ',80,81', /^more burglaries attended than reported$/],
  ['crime-outcomes', ',70,4,', ',60,4,', /^more outcomes than crimes recorded/],
  ['service-survey', ',0.71,', ',71,', /^no share from 0 to 1/],
  ['service-survey', ',400,', ',0,', /^asked is no whole number/],
  ['service-survey', ',1.4,', ',0,', /^design_effect is no number above 0/],
  ['service-survey', ',12', ',25', /^months_asked is no whole number/],
])('%s: leaves out a row with %s made %s', (kind, from, to, reason) => {
  const [source, header, row] = sourceOf(kind);
  const bad = row.replace(from, to);
  const file = read(source, header, row.replace('2024-03', '2024-02'), bad);
  expect(file.refused).toEqual([{ reason: expect.stringMatching(reason), count: 1 }]);
});

it('sums calls within 15 and 60 minutes from the bands, and all from every band of known time', () => {
  const [source, header, row] = sourceOf('response-times');
  const { series } = read(source, header, row);
  const sum = (name: string) => {
    const measure = CATALOGUE.find((each) => each.name === name);
    if (!measure) throw new Error(`no measure ${name}`);
    return series.reduce(
      (total, each) => total + (sumsCategory(measure, each.category) ? (each.values[0] ?? 0) : 0),
      0,
    );
  };
  expect(
    ['within-15-minutes', 'within-60-minutes', 'attended', 'time-not-known'].map((part) => sum(`response-i-${part}`)),
  ).toEqual([60, 72, 75, 6]);
});

it('reads boroughs and forces by name or code, and wards only for calls about anti-social behaviour', () => {
  const [calls, header, row] = sourceOf('asb-calls');
  const areas = ['Islington', 'E09000007', 'Metropolitan Police', 'e05013653'];
  const file = read(calls, header, ...areas.map((area) => row.replace('E05013653', area)));
  expect(file.boundaryVersions).toEqual(['boroughs-2022', 'police-forces', 'wards-2022']);
  const [charges, columns, good] = sourceOf('charges');
  expect(read(charges, columns, good, good.replace('Camden', 'E05013653')).refused).toHaveLength(1);
});

it('keeps a survey’s share without its number asked, and says so', () => {
  const [source, header, row] = sourceOf('service-survey');
  const file = read(source, header, row.replace(',400,1.4,', ',,,'));
  expect(file.series.map(({ category }) => category)).toEqual([
    'service-survey/trust/share',
    'service-survey/trust/months',
  ]);
  expect(file.notices).toEqual([
    { reason: 'a share without the number of people asked, so its margin is unknown', count: 1 },
  ]);
  const whole = read(source, header, row);
  expect(whole.series.find(({ category }) => category.endsWith('/worth'))?.values[0]).toBeCloseTo(400 / 1.4, 10);
  expect(whole.notices).toEqual([]);
});

it('refuses a file that lacks one of several columns of counts by naming it', () => {
  const [source, header] = sourceOf('backlog');
  const columns = header.replace(',closed', '').split(',');
  expect(source.knows({ kind: 'csv', columns })).toEqual({
    refused: expect.stringContaining('without the column "closed"'),
  });
  expect(source.knows({ kind: 'csv', columns: columns.filter((column) => column !== 'opened') })).toBe(false);
});

it('refuses a file without a row that can be used', () => {
  const [source, header] = sourceOf('asb-calls');
  expect(source.read(`${header}\n2024-03,Atlantis,1\n`, CONTEXT)).toMatchObject({
    because: expect.stringContaining('correct it and import it again'),
  });
});
