import type { Area, BoundaryVersion } from '../../geography/index.ts';
import { addMonths, type Month } from '../../lib/calendar/month.ts';
import type { Measure, Series } from '../../measures/index.ts';
import type { MeasureChange } from './import-changes.ts';

/** Series as they would be shown, before and after an import. */
export interface SeriesCompared {
  boundaryVersion: BoundaryVersion;
  areas: readonly Pick<Area, 'code' | 'name'>[];
  before: readonly Series[];
  after: readonly Series[];
}

const MOST_EXAMPLES = 3;

/**
 * How measures change from one reading of their series to another.
 * @param measures in the order in which they are to be told
 * @returns one for each measure of which a month, a value or the vintage changes
 */
export function compareSeries(
  measures: readonly Pick<Measure, 'name' | 'title'>[],
  { boundaryVersion, areas, before, after }: SeriesCompared,
): MeasureChange[] {
  return measures.flatMap(({ name, title }) => {
    const [old, now] = [valuesOf(before, name), valuesOf(after, name)];
    const changed = changedValues(old.values, now.values, areas);
    const change: MeasureChange = {
      measure: name,
      title,
      boundaryVersion,
      newMonths: lacking(now.months, old.months),
      lostMonths: lacking(old.months, now.months),
      changedMonths: [...new Set(changed.map(({ month }) => month))].sort(),
      changedValues: changed.length,
      largest: changed.slice(0, MOST_EXAMPLES),
      vintagesBefore: old.vintages,
      vintagesAfter: now.vintages,
    };
    return isNothing(change) ? [] : [change];
  });
}

function isNothing(change: MeasureChange): boolean {
  const { newMonths, lostMonths, changedValues, vintagesBefore, vintagesAfter } = change;
  const same = vintagesBefore.join('\n') === vintagesAfter.join('\n');
  return newMonths.length + lostMonths.length + changedValues === 0 && same;
}

interface Shown {
  /** "area month" → value. */
  values: Map<string, number>;
  months: Set<Month>;
  vintages: string[];
}

function valuesOf(series: readonly Series[], measure: string): Shown {
  // A series without a value, as where parts of a sum are lacking, shows nothing.
  const own = series.filter((each) => each.measure === measure && each.values.some((value) => value !== null));
  const values = new Map<string, number>();
  const months = new Set<Month>();
  for (const { areaCode, firstMonth, values: run } of own) {
    run.forEach((value, at) => {
      if (value === null) return;
      const month = addMonths(firstMonth, at);
      values.set(`${areaCode} ${month}`, value);
      months.add(month);
    });
  }
  return { values, months, vintages: [...new Set(own.map(({ vintage }) => vintage))].sort() };
}

const lacking = (wanted: ReadonlySet<Month>, held: ReadonlySet<Month>): Month[] =>
  [...wanted].filter((month) => !held.has(month)).sort();

/** Values that differ in months that both have for some area, the largest difference first. */
function changedValues(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
  areas: SeriesCompared['areas'],
): MeasureChange['largest'] {
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  const monthsBefore = new Set([...before.keys()].map(monthOf));
  const monthsAfter = new Set([...after.keys()].map(monthOf));
  const size = ({ before: old, after: now }: MeasureChange['largest'][number]): number =>
    Math.abs((now ?? 0) - (old ?? 0));
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((key) => monthsBefore.has(monthOf(key)) && monthsAfter.has(monthOf(key)))
    .filter((key) => before.get(key) !== after.get(key))
    .map((key) => {
      const areaCode = key.slice(0, key.indexOf(' '));
      return {
        areaCode,
        areaName: names.get(areaCode) ?? areaCode,
        month: monthOf(key),
        before: before.get(key) ?? null,
        after: after.get(key) ?? null,
      };
    })
    .sort((a, b) => size(b) - size(a) || (placeOf(a) < placeOf(b) ? -1 : 1));
}

const placeOf = ({ month, areaCode }: MeasureChange['largest'][number]): string => `${month} ${areaCode}`;
const monthOf = (key: string): Month => key.slice(key.indexOf(' ') + 1) as Month;
