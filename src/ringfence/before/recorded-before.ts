import { addMonths, type Month, monthsBetween } from '../../lib/calendar/month.ts';
import { type Series, slug, valueIn } from '../../measures/index.ts';
import { REASONS } from '../reasons.ts';
import type { AwayType, BoroughBefore, MonthBefore, RecordedBefore } from './model.ts';

/** All minutes on duty: a publication without it has no month. */
export const ALL_BEFORE = 'ward-officer-minutes';
const ALL = ALL_BEFORE;
const NOT_ABSTRACTED = `${ALL}-in-ward`;
const ABSTRACTED = `${ALL}-abstracted`;

/** Types that have a measure of their own, in the order of their words. */
const TYPES = [...new Set(REASONS.map(({ datastore }) => datastore))]
  .filter((type) => type !== 'Not Abstracted')
  .toSorted();
const measureOf = (type: string) => `${ALL}-${slug(type)}`;

/** Every measure that is read for {@link recordedBefore}. */
export const MEASURES_BEFORE = [ALL, NOT_ABSTRACTED, ABSTRACTED, ...TYPES.map(measureOf)];

/** Minutes by which a sum may be out, for decimals. */
const ROUNDING = 0.5;
/** Months that one is compared with, and the fewest that will do. */
const NEAREST = 12;
const LEAST_OTHERS = 3;

/**
 * What the force's own tables recorded of some boroughs, month by month. A month counts only where it has every figure. Each
 * month of a borough is whole of one publication, the newest that has it, and says which.
 * @param publications series of {@link MEASURES_BEFORE} of each publication, the newest first
 * @returns null where no borough has a month
 */
export function recordedBefore(
  boroughs: readonly { code: string; name: string }[],
  publications: readonly (readonly Series[])[],
): RecordedBefore | null {
  const told = boroughs
    .map(
      (borough): BoroughBefore => ({
        ...borough,
        months: markThin(newestOf(publications.map((series) => monthsIn(borough, series)))),
      }),
    )
    .filter(({ months }) => months.length > 0);
  if (told.length === 0) return null;
  const used = new Set(told.flatMap(({ months }) => months.flatMap(({ vintages }) => vintages)));
  const series = publications.flat().filter(({ vintage }) => used.has(vintage));
  const vintages = [...new Set(series.map(({ vintage }) => vintage))];
  return {
    boroughs: told,
    together: together(boroughs, told),
    publications: vintages.map((vintage) => ({
      vintage,
      files: [...new Set(series.filter((each) => each.vintage === vintage).flatMap(({ files }) => files))],
    })),
    synthetic: series.some(({ synthetic }) => synthetic),
  };
}

function monthsIn({ code, name }: { code: string; name: string }, series: readonly Series[]): MonthBefore[] {
  const own = new Map(series.filter(({ areaCode }) => areaCode === code).map((each) => [each.measure, each]));
  return monthsOf(own).map((month) => ({ ...month, boroughs: [name], lacking: [] }));
}

/** Of each month the first list that has it, in order of months. */
function newestOf(lists: readonly (readonly MonthBefore[])[]): MonthBefore[] {
  const found = new Map<Month, MonthBefore>();
  for (const months of lists) for (const each of months) if (!found.has(each.month)) found.set(each.month, each);
  return [...found.values()].sort((a, b) => a.month.localeCompare(b.month));
}

/**
 * Marks months of far less time than those that other publications have around them: a file of a single month has no others to be
 * judged by, and one of a few teams would pass for the whole borough.
 */
function markThin(months: readonly MonthBefore[]): MonthBefore[] {
  return months.map((each) => {
    const others = months
      .filter(({ vintages, doubtful }) => vintages[0] !== each.vintages[0] && !doubtful)
      .sort((a, b) => apart(a.month, each.month) - apart(b.month, each.month))
      .slice(0, NEAREST)
      .map(({ minutes }) => minutes)
      .sort((a, b) => a - b);
    const usual = others[Math.floor(others.length / 2)];
    const thin = usual !== undefined && others.length >= LEAST_OTHERS && each.minutes < usual / 2;
    return thin ? { ...each, doubtful: true } : each;
  });
}

const apart = (a: Month, b: Month): number => Math.abs(monthsBetween(a, b));

type MonthInFile = Omit<MonthBefore, 'boroughs' | 'lacking'>;

function monthsOf(series: ReadonlyMap<string, Series>): MonthInFile[] {
  const all = series.get(ALL);
  if (all === undefined) return [];
  return all.values.flatMap((_, at) => {
    const month = addMonths(all.firstMonth, at);
    const of = (measure: string) => {
      const found = series.get(measure);
      return found === undefined ? null : valueIn(found, month);
    };
    const found = monthBefore(month, of);
    if (found === null) return [];
    return { ...found, doubtful: all.doubtful.includes(month), vintages: [all.vintage] };
  });
}

/** null where a figure is missing, or the parts do not come to the whole. */
function monthBefore(
  month: Month,
  of: (measure: string) => number | null,
): Omit<MonthInFile, 'doubtful' | 'vintages'> | null {
  const [minutes, notAbstracted] = [of(ALL), of(NOT_ABSTRACTED)];
  if (minutes === null || notAbstracted === null) return null;
  // A file in which nobody was abstracted has no figure of it: the whole is then what was not.
  const abstracted = of(ABSTRACTED) ?? 0;
  if (Math.abs(minutes - notAbstracted - abstracted) > ROUNDING) return null;
  const typed = TYPES.map((type): MonthBefore['away'][number] => ({ type, minutes: of(measureOf(type)) ?? 0 }));
  const other = abstracted - typed.reduce((sum, each) => sum + each.minutes, 0);
  if (other < -ROUNDING) return null;
  const away = [...typed, { type: 'Other' as const, minutes: Math.max(0, other) }];
  return { month, minutes, notAbstracted, away: away.filter((each) => each.minutes > 0) };
}

/** Sums of every month over the boroughs that have it, naming those that have not. */
function together(boroughs: readonly { code: string; name: string }[], told: readonly BoroughBefore[]): MonthBefore[] {
  const months = [...new Set(told.flatMap((borough) => borough.months.map(({ month }) => month)))].sort();
  return months.map((month) => {
    const of = told.flatMap((borough) => borough.months.find((each) => each.month === month) ?? []);
    const named = new Set(of.flatMap((each) => each.boroughs));
    const lacking = boroughs.map(({ name }) => name).filter((name) => !named.has(name));
    return { ...sumOf(month, of), boroughs: [...named], lacking };
  });
}

function sumOf(month: Month, months: readonly MonthBefore[]): MonthInFile {
  const sum = (pick: (each: MonthBefore) => number) => months.reduce((total, each) => total + pick(each), 0);
  const of = (type: AwayType) => sum(({ away }) => away.find((each) => each.type === type)?.minutes ?? 0);
  return {
    month,
    minutes: sum(({ minutes }) => minutes),
    notAbstracted: sum(({ notAbstracted }) => notAbstracted),
    away: [...TYPES, 'Other' as const]
      .map((type) => ({ type, minutes: of(type) }))
      .filter(({ minutes }) => minutes > 0),
    doubtful: months.some(({ doubtful }) => doubtful),
    vintages: [...new Set(months.flatMap(({ vintages }) => vintages))],
  };
}
