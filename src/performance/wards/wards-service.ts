import { addMonths, type Month, monthRange } from '../../lib/calendar/month.ts';
import { CATALOGUE, findMeasure, type Measure } from '../../measures/index.ts';
import { availableMeasures } from '../../measures/service.ts';
import { published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { andList } from '../../ui/and-list.ts';
import { findPerformanceArea, wardsOfArea } from '../areas/areas-service.ts';
import { isBackCast } from '../comparison/back-cast.ts';
import { lastCommonMonth } from '../comparison/last-common-month.ts';
import { sayApart } from '../comparison/say-refusal.ts';
import { leastCount } from '../comparison/small-numbers.ts';
import { type HeldApart, heldApart } from '../comparison/vintages-apart-service.ts';
import { countIn } from '../figures/count-in.ts';
import { monthlyFigures } from '../figures/figures-service.ts';
import { hasHidden, NOT_SHOWN } from '../figures/not-shown.ts';
import type { ComparisonRefused, MonthlyFigures, PerformanceArea, Period } from '../model.ts';
import { parsePeriod, periodTo } from '../periods/parse-period.ts';
import { againstPeriod, type Periods } from '../periods/previous-period.ts';
import { nearestNames } from '../sets/nearest-names.ts';
import { findMeasureSet } from '../sets/sets-service.ts';
import type { WardChanges, WardsAsked, WardsComparison, WardsRefused } from './model.ts';
import { VISITOR_MEASURES, visitedTimes } from './visited-wards.ts';
import { type ChangedMeasure, changesOf } from './ward-changes.ts';
import { setBeside } from './wards-beside.ts';

/** What is asked, with the day whose wards, sets and rules are meant. */
export type WardsQuestion = WardsAsked & { today: string };

/** The measure that is shown when none is named. */
const FIRST_SHOWN = 'violence-and-robbery';

/** Wards of a place beside each other by one measure, and what changed in each: judged by size, chance and together. */
export const compareWards = published(
  'performance.compare-wards',
  async (platform: Platform, asked: WardsQuestion): Promise<WardsComparison | WardsRefused> => {
    const found = await wardsAsked(platform, asked);
    if (found.kind === 'refused') return found;
    const { place, wards } = found;
    const measure = ratedMeasure(asked.measure);
    if ('because' in measure) return refused(measure.because);
    const rows = await rowsAsked(platform, asked, measure);
    if ('because' in rows) return refused(rows.because);
    const ways = { measure, rows, wards };
    const own = await monthlyFigures(platform, { measures: [measure.name], areas: wards, vintage: null });
    const lastMonth = lastCommonMonth(own);
    if (lastMonth === null && own.some((each) => hasHidden(each))) return refused(NOT_SHOWN);
    if (lastMonth === null)
      return refused(
        `No figures of ${measure.title.toLowerCase()} are held for the wards of ${place.name}: choose another measure, or import a file that has them.`,
      );
    const period = readPeriod(asked.period, lastMonth);
    if ('because' in period) return refused(period.because);
    const against = againstPeriod(period, asked.against, asked.today);
    const periods = against.kind === 'refused' ? null : against.periods;
    const figures = await figuresAsked(platform, ways, periods ?? { current: period, previous: period });
    const of = figures.filter((each) => each.measure === measure.name);
    if (of.every((each) => countIn(each, period) === null) && of.some((each) => hasHidden(each, period)))
      return refused(NOT_SHOWN);
    if (of.every((each) => countIn(each, period) === null))
      return refused(
        `${measure.title} is held up to ${lastMonth} for these wards, not for all of ${period.label}: choose an earlier period.`,
      );
    const changed =
      against.kind === 'refused'
        ? { because: against.because }
        : await changedIn(platform.records, { ...ways, figures, place }, against.periods, asked);
    return {
      kind: 'wards',
      ...{ place, boundaryVersion: wards[0]?.boundaryVersion ?? 'wards-2022', lastMonth },
      beside: setBeside(held(wards, figures, measure, { period, today: asked.today }), measure, period),
      changed,
      residentsMonth: lastValued(figures.filter((each) => each.measure === measure.denominator)),
      ...provenance(figures, measure, { period, changed }),
    };
  },
);

interface Ways {
  measure: Measure;
  rows: RowsAsked;
  wards: readonly PerformanceArea[];
}

/**
 * The figures of everything shown. Vintages are chosen by the months compared; residents, and measures that have none of those
 * months, by what is held.
 */
async function figuresAsked(
  platform: Platform,
  { measure, rows, wards }: Ways,
  periods: Periods,
): Promise<MonthlyFigures[]> {
  const counted = [...new Set([measure.name, ...VISITOR_MEASURES, ...rows.measures.map((row) => row.measure)])];
  const months = [periods.previous, periods.current].flatMap(({ from, to }) => monthRange(from, to));
  const found = await monthlyFigures(platform, { measures: counted, areas: wards, vintage: null, months });
  const others = counted.filter((name) => found.every((each) => each.measure !== name));
  const rest = [...others, ...(measure.denominator === null ? [] : [measure.denominator])];
  return [...found, ...(await monthlyFigures(platform, { measures: rest, areas: wards, vintage: null }))];
}

/** Measures that can be compared between the wards of a place: counted by month, with a denominator. */
export const measuresOfWards = published(
  'performance.measures-of-wards',
  async (platform: Platform, asked: Pick<WardsQuestion, 'place' | 'today'>): Promise<Measure[]> => {
    const found = await wardsAsked(platform, asked);
    if (found.kind === 'refused') return [];
    const [first] = found.wards;
    if (first === undefined) return [];
    const areas = { areaCodes: found.wards.map(({ word }) => word), boundaryVersion: first.boundaryVersion };
    const available = await availableMeasures(platform.records, areas);
    return available.map(({ measure }) => measure).filter(isRated);
  },
);

/** Whether rates by residents can be made of a measure, month by month. */
const isRated = ({ every, adds, denominator }: Measure): boolean =>
  every === 'month' && adds && denominator === 'residents';

async function wardsAsked(
  platform: Platform,
  { place: word, today }: Pick<WardsQuestion, 'place' | 'today'>,
): Promise<{ kind: 'wards'; place: PerformanceArea; wards: PerformanceArea[] } | WardsRefused> {
  const found = await findPerformanceArea(platform, { word, asAt: today });
  if (found.kind === 'refused') return found;
  const { area } = found;
  if (area.kind !== 'unit' && area.kind !== 'borough' && area.kind !== 'cluster') {
    return refused(`Wards are compared within a command unit, borough or cluster: ${area.name} is none of these.`);
  }
  const wards = await wardsOfArea(platform, area, today);
  return wards.length === 0
    ? refused(`The wards of ${area.name} are not held: import its ward boundaries.`)
    : { kind: 'wards', place: area, wards };
}

function ratedMeasure(name: string | null): Measure | ComparisonRefused {
  const measure = findMeasure(name ?? FIRST_SHOWN);
  if (measure === null) {
    const wanted = (name ?? '').trim();
    const near = nearestNames(
      wanted,
      CATALOGUE.filter(isRated).map((each) => each.name),
      (each) => each,
    ).slice(0, 3);
    const meant = near.length === 0 ? '"wardroom measure list" names them.' : `did you mean ${near.join(' or ')}?`;
    return { kind: 'refused', because: `There is no measure "${wanted}": ${meant}` };
  }
  if (isRated(measure)) return measure;
  return {
    kind: 'refused',
    because: `${measure.title} is not counted by month for residents, so wards cannot be compared by it: choose another measure.`,
  };
}

interface RowsAsked {
  title: string | null;
  measures: ChangedMeasure[];
}

async function rowsAsked(
  platform: Platform,
  asked: WardsQuestion,
  measure: Measure,
): Promise<RowsAsked | ComparisonRefused> {
  const { name, title, polarity } = measure;
  if (asked.set === null) return { title: null, measures: [{ measure: name, printed: title, polarity }] };
  const found = await findMeasureSet(platform.records, { name: asked.set, asAt: asked.today });
  if (found.kind === 'refused') return found;
  const rows = found.set.groups.flatMap((group) => group.rows);
  return {
    title: found.set.title,
    measures: rows.flatMap((row) => {
      const known = findMeasure(row.measure);
      return known === null ? [] : [{ ...row, polarity: known.polarity }];
    }),
  };
}

function readPeriod(asked: string | null, lastMonth: Month): Period | ComparisonRefused {
  const read = parsePeriod(asked ?? 'rolling12');
  if (read.kind === 'refused') return read;
  return read.kind === 'period' ? read.period : periodTo(read.span, lastMonth, asked ?? `rolling12:${lastMonth}`);
}

function held(
  wards: readonly PerformanceArea[],
  figures: readonly MonthlyFigures[],
  measure: Measure,
  { period, today }: { period: Period; today: string },
): Parameters<typeof setBeside>[0] {
  const of = (name: string, area: PerformanceArea) =>
    figures.find((each) => each.measure === name && each.area.word === area.word);
  const counted = (name: string, area: PerformanceArea) => {
    const series = of(name, area);
    return series === undefined ? null : countIn(series, period);
  };
  const bare = wards.map((area) => ({
    ...{ area, count: counted(measure.name, area), hidden: hasHidden(of(measure.name, area) ?? {}, period) },
    residents: of(measure.denominator ?? '', area)?.values.findLast((value) => value !== null) ?? null,
    thefts: VISITOR_MEASURES.reduce<number | null>((sum, name) => {
      const count = counted(name, area);
      return sum === null || count === null ? null : sum + count;
    }, 0),
  }));
  const visited = visitedTimes(bare, today);
  return bare.map(({ area, count, hidden, residents }, at) => ({
    ...{ area, count, hidden, residents },
    visited: visited[at] ?? null,
  }));
}

async function changedIn(
  records: Platform['records'],
  { wards, rows, figures, place }: Ways & { figures: readonly MonthlyFigures[]; place: PerformanceArea },
  periods: Periods,
  asked: WardsQuestion,
): Promise<WardChanges> {
  const measures = rows.measures.map(({ measure, printed }) => ({ name: measure, printed }));
  const test = asked.countsTest ? 'counts' : 'years';
  const has = (each: MonthlyFigures) =>
    countIn(each, periods.current) !== null && countIn(each, periods.previous) !== null;
  const isHidden = (each: MonthlyFigures) => hasHidden(each, periods.current) || hasHidden(each, periods.previous);
  const lacking = measures
    .map(({ name }) => name)
    .filter((name) => !figures.some((each) => each.measure === name && (has(each) || isHidden(each))));
  const [first] = wards;
  const together = first && {
    ...place,
    boundaryVersion: first.boundaryVersion,
    areaCodes: wards.map(({ word }) => word),
  };
  const apart = together
    ? await heldApart(records, lacking, { area: together, periods })
    : new Map<string, HeldApart>();
  const because = new Map([...apart].map(([name, each]) => [name, sayApart(periods, each)] as const));
  const changes = changesOf(
    { wards, measures: rows.measures, figures, test, because },
    periods,
    leastCount(asked.today),
  );
  return { periods, setTitle: rows.title, test, measures, changes };
}

function provenance(
  figures: readonly MonthlyFigures[],
  measure: Measure,
  { period, changed }: { period: Period; changed: WardsComparison['changed'] },
) {
  const rows = 'because' in changed ? [] : changed.changes.map(({ row }) => row);
  const compared = rows.filter(({ missing }) => missing === null);
  const shown = new Set([measure.name, measure.denominator, ...compared.map(({ measureName }) => measureName)]);
  const used = figures.filter((each) => shown.has(each.measure));
  const own = figures.filter((each) => each.measure === measure.name);
  const within = (month: Month) => period.from <= month && month <= period.to;
  const doubtful = [...own.flatMap((each) => each.doubtful.filter(within)), ...compared.flatMap((row) => row.doubtful)];
  return {
    vintage: andList([...new Set(used.map(({ vintage }) => vintage))].toSorted()),
    files: [...new Set(used.flatMap(({ files }) => files))].toSorted(),
    synthetic: used.some(({ synthetic }) => synthetic),
    doubtful: [...new Set(doubtful)].toSorted(),
    backCast:
      own.some((each) => isBackCast(each, { current: period, previous: period })) ||
      compared.some(({ backCast }) => backCast),
  };
}

/** The last month that any of some series has a value for. */
function lastValued(series: readonly MonthlyFigures[]): Month | null {
  const lasts = series.flatMap(({ firstMonth, values }) => {
    const at = values.findLastIndex((value) => value !== null);
    return at === -1 ? [] : [addMonths(firstMonth, at)];
  });
  return lasts.toSorted().at(-1) ?? null;
}

const refused = (because: string): WardsRefused => ({ kind: 'refused', because, near: [] });
