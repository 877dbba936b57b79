import { expect, test } from 'vitest';
import { CALIBRATION_ALL } from '../../../../test/builders/calibration.ts';
import { compareCounts, compareCountsMidP, eTest } from '../counts/index.ts';
import { falseDiscoveryRates } from '../multiple/index.ts';
import { type Random, seededRandom } from '../random.ts';
import { compareDispersed, estimateDispersion } from './index.ts';
import { exactPoisson, gammaFactors, type NullShape, nullSpans } from './null-months.ts';

// How often nothing is called something. A few tables each time, and with CALIBRATION=all 10,000 (1,000 where each row has
// 32 boroughs), whose rates are written out; docs/methods/comparing-counts.md says what they were.

/** Events a year of a table's twelve rows, of the sizes of a London borough's. */
const ROWS = [1004, 2830, 1163, 523, 1509, 183, 25, 9, 2278, 819, 4, 397];
/** Rows whose counts are large enough for the months' own variation to outweigh that of Poisson counts. */
const LARGE = 390;

/** Daily theft from the person in London by month, April first, over its mean: MPS borough files, 2010-04 to 2020-03. */
const SEASON = [0.961, 0.947, 1.001, 0.979, 0.917, 0.899, 1.015, 1.122, 1.076, 0.972, 1.081, 1.029];

interface Rates {
  tests: number;
  /** Shares of p-values below 5 % and below 1 %. */
  five: number;
  one: number;
}

function ratesOf(pValues: readonly number[]): Rates {
  const below = (line: number) => pValues.filter((pValue) => pValue < line).length / pValues.length;
  return { tests: pValues.length, five: below(0.05), one: below(0.01) };
}

function say(name: string, { tests, five, one }: Rates): void {
  if (CALIBRATION_ALL)
    process.stdout.write(`${name}: ${tests} tests, ${(100 * five).toFixed(2)} %, ${(100 * one).toFixed(2)} %\n`);
}

/** Four standard errors of a rate over so many tests: seeds are fixed, so a miss is the method's. */
const margin = (rate: number, tests: number) => 4 * Math.sqrt((rate * (1 - rate)) / tests);

function expectHeld(rates: Rates): void {
  expect(rates.five).toBeLessThanOrEqual(0.05 + margin(0.05, rates.tests));
  expect(rates.one).toBeLessThanOrEqual(0.01 + margin(0.01, rates.tests));
}

interface Setting extends NullShape {
  spanMonths: number;
  earlierYears: number;
  lag: number;
}

const USUAL: Setting = {
  season: SEASON,
  variation: 0.2,
  autocorrelation: 0.5,
  spanMonths: 12,
  earlierYears: 9,
  lag: 1,
};

const from = (month: number) => [...SEASON.slice(month), ...SEASON.slice(0, month)];
const span = (count: number) => ({ count, days: 365 });

/** The p-value of one row in which nothing changed, but for `factor`. */
function ownPValue(random: Random, perYear: number, setting: Setting, factor = 1): number {
  const { earlierYears, lag } = setting;
  const counts = nullSpans(random, earlierYears + lag + 1, perYear, setting);
  const [previous = 0, unchanged = 0] = [counts[earlierYears], counts[earlierYears + lag]];
  const estimate = estimateDispersion([{ spans: counts.slice(0, earlierYears).map(span) }], { lag });
  // A row without any event in its earlier years has no dispersion to go by, and is not tested.
  if (estimate === null) return 1;
  return compareDispersed(Math.round(unchanged * factor), previous, [365, 365], estimate).pValue;
}

test.each<[string, Partial<Setting>]>([
  ['a year against the year before', {}],
  ['rolling twelve months to December', { season: from(9) }],
  ['nine months to date', { spanMonths: 9 }],
  ['a year against four years before', { lag: 4 }],
  ['five earlier years', { earlierYears: 5 }],
  ['fifteen earlier years', { earlierYears: 15 }],
  ['months that vary little and cohere little', { variation: 0.08, autocorrelation: 0.3 }],
  ['months that vary much and cohere much', { variation: 0.3, autocorrelation: 0.7 }],
  ['Poisson months', { variation: 0 }],
])('the dispersed test keeps its rate: %s', { timeout: 600_000 }, (name, changed) => {
  const random = seededRandom(20_260_301);
  const setting = { ...USUAL, ...changed };
  const tables = Array.from({ length: CALIBRATION_ALL ? 10_000 : 100 }, () =>
    ROWS.map((row) => ownPValue(random, row, setting)),
  );
  const all = ratesOf(tables.flat());
  const large = ratesOf(tables.flatMap((table) => table.filter((_, row) => (ROWS[row] ?? 0) > LARGE)));
  say(`${name}, all rows`, all);
  say(`${name}, large rows`, large);
  expectHeld(all);
  expectHeld(large);
  // The rate is used, not merely kept, where the dispersion is well above its floor of 1.
  if (setting.variation >= 0.2) expect(large.five).toBeGreaterThan(0.035 - margin(0.035, large.tests));
});

/** One row of a borough among 32 whose months have so large a share of their variation in common. */
function pooledPValue(random: Random, perYear: number, earlierYears: number, inCommon: number): number {
  const vary = (share: number) => ({ ...USUAL, variation: USUAL.variation * Math.sqrt(share) });
  const together = gammaFactors(random, (earlierYears + 2) * 12, vary(inCommon));
  // Boroughs from two fifths of the middle one to two and a half times it.
  const boroughs = Array.from({ length: 32 }, (_, borough) =>
    nullSpans(random, earlierYears + 2, perYear * Math.exp(borough / 17 - 0.91), vary(1 - inCommon), together),
  );
  const counts = boroughs[Math.floor(random() * boroughs.length)] ?? [];
  const [previous = 0, current = 0] = counts.slice(earlierYears);
  const areas = boroughs.map((borough) => ({ spans: borough.slice(0, earlierYears).map(span) }));
  const estimate = estimateDispersion(areas, { lag: 1, events: previous + current });
  return estimate === null ? 1 : compareDispersed(current, previous, [365, 365], estimate).pValue;
}

test.each([
  [2, 0.2],
  [2, 0.6],
  [3, 0.4],
  [4, 0],
  [4, 0.6],
])(
  'pooled over 32 boroughs, the dispersed test keeps its rate: %d earlier years, %d in common',
  {
    timeout: 1_800_000,
  },
  (earlierYears, inCommon) => {
    const random = seededRandom(20_260_302);
    const pValues = Array.from({ length: CALIBRATION_ALL ? 1000 : 12 }, () =>
      ROWS.map((row) => pooledPValue(random, row, earlierYears, inCommon)),
    );
    const rates = ratesOf(pValues.flat());
    say(`pooled, ${earlierYears} earlier years, ${inCommon} in common`, rates);
    expectHeld(rates);
  },
);

/** P-values of every third area, whose months have two parts of their variation in common with the others or their own. */
function togetherPValues(random: Random, areas: number, earlierYears: number, autocorrelation: number): number[] {
  const vary = (variation: number) => ({ ...USUAL, variation, autocorrelation });
  const together = gammaFactors(random, (earlierYears + 2) * 12, vary(0.3));
  const all = Array.from({ length: areas }, (_, at) =>
    nullSpans(random, earlierYears + 2, 800 * Math.exp(at / areas - 0.5), vary(0.1), together),
  );
  const earlier = all.map((counts) => ({ spans: counts.slice(0, earlierYears).map(span) }));
  return all.flatMap((counts, at) => {
    const [previous = 0, current = 0] = counts.slice(earlierYears);
    const estimate = at % 3 === 0 ? estimateDispersion(earlier, { lag: 1, events: previous + current }) : null;
    return estimate === null ? [] : [compareDispersed(current, previous, [365, 365], estimate).pValue];
  });
}

test.each(
  [17, 32].flatMap((areas) =>
    [2, 3, 4].flatMap((years) =>
      (CALIBRATION_ALL ? [0.5, 0.7, 0.9] : [0.5]).map((cohere) => [areas, years, cohere] as const),
    ),
  ),
)(
  'pooled over %d areas that move nearly as one, the dispersed test keeps its rate: %d earlier years, correlation %d',
  { timeout: 1_800_000 },
  (areas, earlierYears, autocorrelation) => {
    const random = seededRandom(20_260_305);
    const tables = CALIBRATION_ALL ? 4000 : 150;
    const rates = ratesOf(
      Array.from({ length: tables }, () => togetherPValues(random, areas, earlierYears, autocorrelation)).flat(),
    );
    say(`nearly as one, ${areas} areas, ${earlierYears} earlier years, correlation ${autocorrelation}`, rates);
    // The rows of a table are nearly one observation, so only tables count.
    expectHeld({ ...rates, tests: tables });
  },
);

test('the tests on counts alone keep their rate for Poisson counts', { timeout: 1_800_000 }, () => {
  const random = seededRandom(20_260_303);
  const pairs = Array.from({ length: CALIBRATION_ALL ? 10_000 : 60 }, () =>
    ROWS.map((row) => [exactPoisson(random, row), exactPoisson(random, row)] as const),
  ).flat();
  const rates = (pValueOf: (current: number, previous: number) => number) =>
    ratesOf(pairs.map(([current, previous]) => pValueOf(current, previous)));
  const exact = rates((current, previous) => compareCounts(current, previous).pValue);
  const midP = rates((current, previous) => compareCountsMidP(current, previous).pValue);
  const byETest = rates((current, previous) => eTest(current, previous).pValue);
  say('exact', exact);
  say('mid-p', midP);
  say('E-test', byETest);
  expectHeld(exact);
  expectHeld(midP);
  expectHeld(byETest);
  expect(exact.five).toBeGreaterThan(0.035 - margin(0.035, exact.tests));
  expect(midP.five).toBeGreaterThanOrEqual(exact.five);
});

/** Mean share of false ones among the rows called at 5 %, of which those in `changed` truly fell by a third. */
function falseShare(tables: number, changed: readonly number[], pValueOf: (row: number, factor: number) => number) {
  let total = 0;
  let found = 0;
  for (let table = 0; table < tables; table += 1) {
    const pValues = ROWS.map((row, index) => pValueOf(row, changed.includes(index) ? 2 / 3 : 1));
    const called = falseDiscoveryRates(pValues).flatMap((rate, row) => (rate !== null && rate <= 0.05 ? [row] : []));
    const right = called.filter((row) => changed.includes(row)).length;
    total += called.length === 0 ? 0 : (called.length - right) / called.length;
    found += right;
  }
  return { rate: total / tables, found: found / tables };
}

test.each<[string, number[]]>([
  ['no row changed', []],
  ['four rows changed', [0, 4, 6, 8]],
])('the false discovery rate is at most 5 %%: %s', { timeout: 600_000 }, (name, changed) => {
  const random = seededRandom(20_260_304);
  const tables = CALIBRATION_ALL ? 10_000 : 200;
  const exact = falseShare(
    tables,
    changed,
    (row, factor) => compareCounts(exactPoisson(random, row * factor), exactPoisson(random, row)).pValue,
  );
  const dispersed = falseShare(tables, changed, (row, factor) => ownPValue(random, row, USUAL, factor));
  for (const [kind, { rate, found }] of Object.entries({ exact, dispersed })) {
    if (CALIBRATION_ALL)
      process.stdout.write(`${name}, ${kind}: false ${(100 * rate).toFixed(2)} %, ${found.toFixed(2)} found\n`);
    expect(rate).toBeLessThanOrEqual(0.05 + margin(0.05, tables));
  }
  expect(exact.found).toBeGreaterThanOrEqual(changed.length === 0 ? 0 : 3);
});
