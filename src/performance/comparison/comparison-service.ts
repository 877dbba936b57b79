import { monthRange } from '../../lib/calendar/month.ts';
import { heldVintages } from '../../measures/service.ts';
import { published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { sameName } from '../areas/name-areas.ts';
import { countIn } from '../figures/count-in.ts';
import { hasHidden, NOT_SHOWN } from '../figures/not-shown.ts';
import type { ComparisonRefused, ComparisonTable, MeasureSet, MonthlyFigures, PerformanceArea } from '../model.ts';
import { parsePeriod, periodTo } from '../periods/parse-period.ts';
import { againstPeriod, type Periods } from '../periods/previous-period.ts';
import { findMeasureSet } from '../sets/sets-service.ts';
import { asSummed } from './areas-beside-service.ts';
import { compareRows } from './compare-rows.ts';
import { lastCommonMonth } from './last-common-month.ts';
import { ownFigures, rowFigures } from './row-figures-service.ts';
import { sayApart, sayBeyond, sayNoVintage } from './say-refusal.ts';
import { leastCount } from './small-numbers.ts';
import { tableOf } from './table-of.ts';
import { heldApart } from './vintages-apart-service.ts';

/** What is to be compared. */
export interface ComparisonAsked {
  area: PerformanceArea;
  /** Name of a set of measures, such as "public-space". */
  set: string;
  /** "2023-24", "2023-04..2024-03", "ytd:2023-12", "rolling12:2024-03"; "ytd" and "rolling12" count to the last month. */
  period: string;
  /** The same, or "baseline:pre-pandemic"; null for the same months a year before. */
  against: string | null;
  /** The vintage that every row is read from; null for the one that answers best, row by row. */
  vintage?: string | null;
  /** Day whose sets, areas and rules are meant: "2026-11-22". */
  asAt: string;
}

/**
 * The comparison of a set of measures in two periods for one area: every row of the set, whether it has figures or not.
 * @returns refused, in one sentence, for an unknown set or vintage, for periods that cannot be read, that overlap or that
 *   no row has figures for, and where they are held in different vintages only
 */
export const comparisonTable = published(
  'performance.comparison-table',
  async (platform: Platform, asked: ComparisonAsked): Promise<ComparisonTable | ComparisonRefused> => {
    const found = await findMeasureSet(platform.records, { name: asked.set, asAt: asked.asAt });
    if (found.kind === 'refused') return found;
    const { set } = found;
    const area = asSummed(asked.area);
    const named = await namedVintage(platform, { set, area, asked: asked.vintage ?? null });
    if (named.kind === 'refused') return named;
    const { vintage } = named;
    const read = await readPeriods(platform, { asked: { ...asked, vintage }, set, area });
    if (read.kind === 'refused') return read;
    const { periods } = read;
    const own = await ownFigures(platform, set, { area, vintage, months: monthsOf(periods) });
    const lacking = await whyLacking(platform, { own, area, periods, vintage });
    if (lacking.refused !== null) return lacking.refused;
    const rows = await rowFigures(platform, set, { area, own, periods, because: lacking.because });
    const compared = compareRows(rows, periods, leastCount(asked.asAt));
    return tableOf({ area: asked.area, set, periods, rows: compared, figures: own });
  },
);

/** The vintage someone named, whatever the capitals; null where none was. */
async function namedVintage(
  platform: Platform,
  { set, area, asked }: { set: MeasureSet; area: PerformanceArea; asked: string | null },
): Promise<{ kind: 'vintage'; vintage: string | null } | ComparisonRefused> {
  if (asked === null) return { kind: 'vintage', vintage: null };
  const { areaCodes, boundaryVersion } = area;
  const held = await heldVintages(platform.records, { areaCodes, boundaryVersion });
  const vintage = held.map((each) => each.vintage).find((each) => sameName(each, asked));
  if (vintage !== undefined) return { kind: 'vintage', vintage };
  const own = await ownFigures(platform, set, { area, vintage: null, months: [] });
  return refused(sayNoVintage(asked, { place: area.name, held: [...new Set(own.map((each) => each.vintage))] }));
}

async function readPeriods(
  platform: Platform,
  { asked, set, area }: { asked: ComparisonAsked; set: MeasureSet; area: PerformanceArea },
): Promise<{ kind: 'periods'; periods: Periods } | ComparisonRefused> {
  const read = parsePeriod(asked.period);
  if (read.kind === 'refused') return read;
  if (read.kind === 'period') return againstPeriod(read.period, asked.against, asked.asAt);
  const own = await ownFigures(platform, set, { area, vintage: asked.vintage ?? null, months: [] });
  const last = lastCommonMonth(own);
  if (last === null) {
    if (own.some((each) => hasHidden(each))) return refused(NOT_SHOWN);
    return refused(`No figures of the set "${set.name}" are held for ${area.name}: import files that have them.`);
  }
  return againstPeriod(periodTo(read.span, last, `${read.span}:${last}`), asked.against, asked.asAt);
}

/** Why measures are not compared; the whole table is refused where none is. */
async function whyLacking(
  platform: Platform,
  {
    own,
    area,
    periods,
    vintage,
  }: { own: readonly MonthlyFigures[]; area: PerformanceArea; periods: Periods; vintage: string | null },
): Promise<{ refused: ComparisonRefused | null; because: ReadonlyMap<string, string> }> {
  const has = (each: MonthlyFigures): boolean =>
    countIn(each, periods.current) !== null && countIn(each, periods.previous) !== null;
  const isHidden = (each: MonthlyFigures): boolean =>
    hasHidden(each, periods.current) || hasHidden(each, periods.previous);
  const lacking = own.filter((each) => !has(each) && !isHidden(each)).map(({ measure }) => measure);
  const apart = vintage === null ? await heldApart(platform.records, lacking, { area, periods }) : new Map();
  const because = new Map([...apart].map(([measure, each]) => [measure, sayApart(periods, each)] as const));
  if (own.some(has)) return { refused: null, because };
  const [first] = because.values();
  if (own.some(isHidden)) return { refused: refused(NOT_SHOWN), because };
  if (first !== undefined) return { refused: refused(first), because };
  return { refused: refused(sayBeyond(own, periods, { place: area.name, vintage })), because };
}

const monthsOf = ({ current, previous }: Periods) => [
  ...monthRange(previous.from, previous.to),
  ...monthRange(current.from, current.to),
];

const refused = (because: string): ComparisonRefused => ({ kind: 'refused', because });
