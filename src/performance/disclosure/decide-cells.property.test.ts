import { describe, expect, it } from 'vitest';
import { type Seen, solverInterval } from '../../../test/builders/solver-attack.ts';
import { addMonths, type Month } from '../../lib/calendar/month.ts';
import { seededRandom } from '../../lib/statistics/random.ts';
import { decideCells, yearTables } from './decide-cells.ts';
import { type DecidedSeries, type HiddenCells, type Partition, seriesKey } from './model.ts';
import { CRIME_RULES } from './rules/index.ts';

const ON = '2026-03-10';
const BOROUGH = 'E09000019';
const FROM: Month = '2023-04';
const PARTITION: Partition = { total: 'all', parts: ['a', 'b', 'c'] };

interface Shape {
  seed: number;
  wards: number;
  months: number;
  /** Whether the borough's figures, and those of all categories together, are public already. */
  isPublic: boolean;
}

/** Counts of three kinds by ward and month, with their sums by borough and over the kinds. */
function someSeries({ seed, wards, months, isPublic }: Shape): DecidedSeries[] {
  const random = seededRandom(seed);
  const count = () => (random() < 0.2 ? 0 : Math.floor(random() * (random() < 0.7 ? 7 : 25)));
  const codes = Array.from({ length: wards }, (_, at) => `W${at}`);
  const inner = new Map<string, number[]>();
  for (const measure of PARTITION.parts)
    for (const code of codes) inner.set(seriesKey(measure, code), Array.from({ length: months }, count));
  const sum = (lists: readonly (readonly number[])[]) =>
    Array.from({ length: months }, (_, at) => lists.reduce((total, list) => total + (list[at] ?? 0), 0));
  const valuesOf = (measure: string, code: string): number[] =>
    measure === 'all'
      ? sum(PARTITION.parts.map((part) => valuesOf(part, code)))
      : (inner.get(seriesKey(measure, code)) ?? []);
  const unplaced = (measure: string) =>
    sum([...codes.map((code) => valuesOf(measure, code)), measure === 'all' ? [] : [1, 0, 2]]);
  const boroughValues = (measure: string): number[] =>
    measure === 'all' ? sum(PARTITION.parts.map(unplaced)) : unplaced(measure);
  return [...PARTITION.parts, 'all'].flatMap((measure): DecidedSeries[] => {
    const fewPeople = measure !== 'all';
    const known = (already: boolean) => (already ? 'the police' : null);
    return [
      ...codes.map((areaCode) => ({
        ...{ measure, level: 'ward' as const, areaCode, boroughCode: BOROUGH, firstMonth: FROM, fewPeople },
        ...{ values: valuesOf(measure, areaCode), alreadyPublic: known(isPublic && !fewPeople) },
      })),
      {
        ...{ measure, level: 'borough', areaCode: BOROUGH, boroughCode: null, firstMonth: FROM, fewPeople },
        ...{ values: boroughValues(measure), alreadyPublic: known(isPublic) },
      },
    ];
  });
}

/** What somebody sees who has every table that shows these cells, in whatever format: a count, or nothing. */
function seenBy(series: readonly DecidedSeries[], { months, years }: HiddenCells, showAll = false) {
  const tables = yearTables(series, [PARTITION]);
  const seen = new Map<string, Seen>();
  for (const { cells } of tables)
    for (const { key, count, dimensions, alreadyPublic } of cells) {
      const name = seriesKey(dimensions.category?.value ?? '', dimensions.area?.value ?? '');
      const period = dimensions.period?.value as Month;
      const isHidden =
        dimensions.period?.level === 'year' ? years.get(name)?.has(period) : months.get(name)?.has(period);
      const isShown = count !== null && (isHidden !== true || alreadyPublic !== undefined || showAll);
      seen.set(key, { count: isShown ? count : null, least: 0, most: Number.POSITIVE_INFINITY });
    }
  return { seen, relations: tables.flatMap((table) => table.relations) };
}

/** Cells that a rule calls sensitive, by the rules as they are written: of few people, not public, under 5 or under 3. */
function sensitive(series: readonly DecidedSeries[]) {
  return yearTables(series, [PARTITION]).flatMap(({ cells }) =>
    cells.flatMap(({ key, count, dimensions, alreadyPublic }) => {
      const least = dimensions.period?.level === 'year' ? 3 : 5;
      const isFew = dimensions.category?.level === 'few people' && alreadyPublic === undefined;
      return isFew && count !== null && count > 0 && count < least ? [{ key, count, width: least - 2 }] : [];
    }),
  );
}

async function recovered(series: readonly DecidedSeries[], hidden: HiddenCells, among: ReturnType<typeof sensitive>) {
  const { seen, relations } = seenBy(series, hidden);
  const found: string[] = [];
  for (const { key, count, width } of among) {
    if (seen.get(key)?.count !== null) {
      found.push(key);
      continue;
    }
    const { least, most } = await solverInterval(seen, relations, key, { count, width });
    if (most - least < width - 1e-6) found.push(key);
  }
  return found;
}

const SHAPES: Shape[] = [
  { seed: 2, wards: 3, months: 13, isPublic: false },
  { seed: 3, wards: 3, months: 12, isPublic: true },
  { seed: 4, wards: 6, months: 5, isPublic: true },
];

describe('no combination of tables, downloads and charts gives a hidden count back', () => {
  it.each(SHAPES)('a solver recovers none of $wards wards, $months months, public $isPublic', async (shape) => {
    const series = someSeries(shape);
    const hidden = decideCells(series, [PARTITION], { on: ON, rules: CRIME_RULES });
    const among = sensitive(series);
    expect(among.length).toBeGreaterThan(20);
    // What the engine itself says is given away by what is public already is all that may be.
    expect((await recovered(series, hidden, among)).length).toBeLessThanOrEqual(hidden.unprotected);
    if (!shape.isPublic) expect(hidden.unprotected).toBe(0);
  });

  it('would recover some were only the small counts themselves hidden', async () => {
    const series = someSeries({ seed: 1, wards: 3, months: 12, isPublic: false });
    const among = sensitive(series);
    const months = new Map<string, Set<Month>>();
    for (const { key } of among) {
      const [measure = '', area = '', period = ''] = key.split(' ');
      if (period !== 'year')
        months.set(`${measure} ${area}`, (months.get(`${measure} ${area}`) ?? new Set()).add(period as Month));
    }
    const found = await recovered(series, { months, years: new Map(), decided: new Set(), unprotected: 0 }, among);
    expect(found.length).toBeGreaterThan(10);
  });

  it('shows of a month what it showed before the year was over', () => {
    const shape = { seed: 5, wards: 4, isPublic: false };
    const before = decideCells(someSeries({ ...shape, months: 12 }).map(until(11)), [PARTITION], {
      on: ON,
      rules: CRIME_RULES,
    });
    const after = decideCells(someSeries({ ...shape, months: 12 }), [PARTITION], { on: ON, rules: CRIME_RULES });
    const last = addMonths(FROM, 11);
    for (const [key, months] of after.months)
      expect([...months].filter((month) => month !== last && before.months.get(key)?.has(month) !== true)).toEqual([]);
    expect([...after.years.values()].some((years) => years.size > 0)).toBe(true);
  });
});

const until =
  (months: number) =>
  (series: DecidedSeries): DecidedSeries => ({ ...series, values: series.values.slice(0, months) });
