import { addMonths, type Month, monthRange, monthsBetween } from '../../lib/calendar/month.ts';
import { controlDisclosure, type DisclosureRule, type Relation, type ReleaseCell } from '../../lib/disclosure/index.ts';
import { financialYearStart } from '../periods/financial-year.ts';
import { type DecidedSeries, type HiddenCells, type Partition, seriesKey } from './model.ts';

/** The tables of a financial year: cells and the sums between them. */
export interface YearTables {
  from: Month;
  cells: ReleaseCell[];
  relations: Relation[];
}

/**
 * Decides what of some series is given out, once for all tables that show them: ward by category by month, with the sums of
 * financial years, of boroughs and forces, and of categories that others add up to. No sum reaches beyond a financial year,
 * so each year is decided apart.
 *
 * A month is decided by itself first, so that what is shown of it never changes as the year goes on: whoever kept January's
 * page knows what it showed when the sum of the year comes out. The sums of the year are decided after that, with every
 * month that was shown known.
 * @param on day whose rules are meant, "2026-11-22"
 */
export function decideCells(
  series: readonly DecidedSeries[],
  partitions: readonly Partition[],
  { on, rules }: { on: string; rules: readonly DisclosureRule[] },
): HiddenCells {
  const months = new Map<string, Set<Month>>();
  const years = new Map<string, Set<Month>>();
  let unprotected = 0;
  for (const tables of yearTables(series, partitions)) {
    const { from } = tables;
    const decided = decideYear(tables, { on, rules });
    unprotected += decided.unprotected;
    for (const { measure, areaCode } of series) {
      const key = seriesKey(measure, areaCode);
      for (const month of monthRange(from, addMonths(from, 11)))
        if (decided.hidden.has(`${key} ${month}`)) add(months, key, month);
      if (decided.hidden.has(`${key} year`)) add(years, key, from);
    }
  }
  const decided = new Set(series.map(({ measure, areaCode }) => seriesKey(measure, areaCode)));
  return { months, years, decided, unprotected };
}

function decideYear(tables: YearTables, by: { on: string; rules: readonly DisclosureRule[] }) {
  const hidden = new Set<string>();
  let unprotected = 0;
  for (const month of monthTables(tables)) {
    const { decisions, report } = controlDisclosure({ ...by, ...month });
    unprotected += report.unprotected.length;
    for (const { key, kind } of decisions) if (kind === 'primary' || kind === 'secondary') hidden.add(key);
  }
  const { cells, relations } = tables;
  const earlier = cells.flatMap(({ key, count, dimensions }) =>
    count !== null && dimensions.period?.level === 'month' && !hidden.has(key)
      ? [{ key, count, release: 'its month' }]
      : [],
  );
  const { decisions, report } = controlDisclosure({ ...by, cells, relations, earlier });
  for (const { key, kind } of decisions) if (kind === 'primary' || kind === 'secondary') hidden.add(key);
  return { hidden, unprotected: unprotected + report.unprotected.length };
}

/** The tables of each month by itself: every sum but those of the year. */
function monthTables({ from, cells, relations }: YearTables): Pick<YearTables, 'cells' | 'relations'>[] {
  return monthRange(from, addMonths(from, 11)).flatMap((month) => {
    const own = cells.filter(({ dimensions: { period } }) => period?.level !== 'year' && period?.value === month);
    const keys = new Set(own.map(({ key }) => key));
    return own.length === 0 ? [] : [{ cells: own, relations: relations.filter(({ total }) => keys.has(total)) }];
  });
}

function add(sets: Map<string, Set<Month>>, key: string, month: Month): void {
  sets.set(key, (sets.get(key) ?? new Set()).add(month));
}

/** The tables that readers can put together, a financial year each. */
export function yearTables(series: readonly DecidedSeries[], partitions: readonly Partition[]): YearTables[] {
  const firsts = series.flatMap(({ firstMonth, values }) =>
    values.length === 0
      ? []
      : [financialYearStart(firstMonth), financialYearStart(addMonths(firstMonth, values.length - 1))],
  );
  const [first, last] = [firsts.toSorted()[0], firsts.toSorted().at(-1)];
  if (first === undefined || last === undefined) return [];
  const years = Array.from({ length: monthsBetween(first, last) / 12 + 1 }, (_, at) => addMonths(first, 12 * at));
  return years.map((from) => tablesOf(from, series, partitions));
}

function tablesOf(from: Month, series: readonly DecidedSeries[], partitions: readonly Partition[]): YearTables {
  const cells = new Map<string, ReleaseCell>();
  const relations: Relation[] = [];
  const months = monthRange(from, addMonths(from, 11));
  for (const each of series) {
    const key = seriesKey(each.measure, each.areaCode);
    const held = months.filter((month) => countAt(each, month) !== null);
    for (const month of held)
      put(cells, `${key} ${month}`, each, { level: 'month', value: month }, countAt(each, month) ?? 0);
    if (held.length < 12) continue;
    const sum = held.reduce((total, month) => total + (countAt(each, month) ?? 0), 0);
    put(cells, `${key} year`, each, { level: 'year', value: from }, sum);
    relations.push({ total: `${key} year`, parts: held.map((month) => `${key} ${month}`) });
  }
  for (const period of [...months, 'year']) {
    for (const total of series) addAreas(cells, relations, series, total, period);
    for (const partition of partitions) addCategories(cells, relations, series, partition, period);
  }
  return { from, cells: [...cells.values()], relations };
}

const countAt = ({ firstMonth, values }: DecidedSeries, month: Month): number | null =>
  values[monthsBetween(firstMonth, month)] ?? null;

function put(
  cells: Map<string, ReleaseCell>,
  key: string,
  { measure, level, areaCode, fewPeople, alreadyPublic }: DecidedSeries,
  period: { level: string; value: string },
  count: number,
): void {
  const dimensions = {
    area: { level, value: areaCode },
    category: { level: fewPeople ? 'few people' : 'other', value: measure },
    period,
  };
  cells.set(key, { key, dimensions, count, ...(alreadyPublic === null ? {} : { alreadyPublic }) });
}

/** A borough is its wards, and a force its boroughs, with what was placed in none of them, which is not given out. */
function addAreas(
  cells: Map<string, ReleaseCell>,
  relations: Relation[],
  series: readonly DecidedSeries[],
  total: DecidedSeries,
  period: string,
): void {
  const parts = series.filter((part) => part.measure === total.measure && lies(part, total));
  const key = `${seriesKey(total.measure, total.areaCode)} ${period}`;
  const keys = parts
    .map((part) => `${seriesKey(part.measure, part.areaCode)} ${period}`)
    .filter((part) => cells.has(part));
  const whole = cells.get(key)?.count ?? null;
  if (whole === null || keys.length === 0) return;
  // Where parts come to more than the whole, the two are not counted alike, and nothing follows from one for the other.
  if (sumOf(cells, keys) > whole) return;
  const rest = `${key} rest`;
  const dimensions = { area: { level: 'rest', value: total.areaCode }, period: { level: 'rest', value: period } };
  cells.set(rest, { key: rest, dimensions, count: null });
  relations.push({ total: key, parts: [...keys, rest] });
}

const lies = (part: DecidedSeries, total: DecidedSeries): boolean =>
  (total.level === 'borough' && part.level === 'ward' && part.boroughCode === total.areaCode) ||
  (total.level === 'force' && part.level === 'borough');

function addCategories(
  cells: Map<string, ReleaseCell>,
  relations: Relation[],
  series: readonly DecidedSeries[],
  { total, parts }: Partition,
  period: string,
): void {
  for (const { areaCode } of series.filter(({ measure }) => measure === total)) {
    const key = `${seriesKey(total, areaCode)} ${period}`;
    const keys = parts.map((part) => `${seriesKey(part, areaCode)} ${period}`).filter((part) => cells.has(part));
    const whole = cells.get(key)?.count ?? null;
    if (whole === null || keys.length === 0) continue;
    const sum = sumOf(cells, keys);
    if (sum > whole) continue;
    // Parts that are not held are what is left of the whole.
    if (sum < whole || keys.length < parts.length) {
      const rest = `${key} of none of ${parts.join(' ')}`;
      const dimensions = { area: { level: 'rest', value: areaCode }, period: { level: 'rest', value: period } };
      cells.set(rest, { key: rest, dimensions, count: null });
      relations.push({ total: key, parts: [...keys, rest] });
    } else relations.push({ total: key, parts: keys });
  }
}

const sumOf = (cells: ReadonlyMap<string, ReleaseCell>, keys: readonly string[]): number =>
  keys.reduce((sum, key) => sum + (cells.get(key)?.count ?? 0), 0);
