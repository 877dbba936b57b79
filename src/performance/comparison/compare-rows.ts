import { compareCounts } from '../../lib/statistics/counts/index.ts';
import { compareDispersed } from '../../lib/statistics/dispersion/index.ts';
import { falseDiscoveryRates } from '../../lib/statistics/multiple/index.ts';
import type { Measure } from '../../measures/index.ts';
import { countIn } from '../figures/count-in.ts';
import type { ComparisonRow, Direction, MonthlyFigures, SetRow } from '../model.ts';
import type { Periods } from '../periods/previous-period.ts';
import { sameLength } from '../periods/say-differences.ts';
import { isBackCast } from './back-cast.ts';
import { forceWide } from './force-wide.ts';
import { hasEnoughYears, isJudgedByYears } from './judged-by-years.ts';
import { percentChange } from './percent-change.ts';
import { type Peers, poolDispersion } from './pool-dispersion.ts';
import { judgeInterval, type RatioInterval, sayChange, sayFew, sayTooFewYears } from './say-change.ts';
import { sayMissing } from './say-missing.ts';
import { smallNumbers } from './small-numbers.ts';

/** A row of a set with what is held for it. */
export interface RowFigures extends SetRow {
  group: string;
  polarity: Measure['polarity'];
  /** null where nothing is held. */
  figures: MonthlyFigures | null;
  /** Why nothing is held, where that is known; null otherwise. */
  because: string | null;
  /** Areas like it, from whose earlier years dispersion is estimated where its own are too few. */
  peers: Peers | null;
  /** Counts that somebody published, which are compared instead of those held; left out where there are none. */
  counts?: { current: number; previous: number };
  /** Every borough of the force, whose sum stands beside it; null where not all of them are held. */
  boroughs: readonly MonthlyFigures[] | null;
}

/**
 * Compares two periods row by row: the counts, what the change is in percent, and what it can bear by two tests that are
 * never mixed. The exact conditional test compares the counts as they are (what there was per day where the periods have
 * different numbers of months); the dispersed one compares what there was per day, with the dispersion that changes of
 * the same length had in earlier years of the area. How rows bear it to be judged together is told by the false discovery
 * rate over those judged by earlier years: p-values of the counts alone are far too small to stand among theirs.
 * @param least count under which numbers are small
 * @returns a row for each, in order; nulls and `missing` where a period lacks a month
 */
export function compareRows(rows: readonly RowFigures[], periods: Periods, least: number): ComparisonRow[] {
  const compared = rows.map((row) => compareRow(row, periods, least));
  const rates = falseDiscoveryRates(compared.map((row) => (isJudgedByYears(row) ? row.dispersedPValue : null)));
  return compared.map((row, at) => ({ ...row, falseDiscovery: rates[at] ?? null }));
}

function compareRow(row: RowFigures, periods: Periods, least: number): ComparisonRow {
  const counts = countsOf(row, periods);
  return 'missing' in counts ? lackingRow(row, periods, counts.missing) : rowOf(row, periods, counts, least);
}

interface Counts {
  current: number;
  previous: number;
}

function countsOf({ figures, because, printed, counts }: RowFigures, periods: Periods): Counts | { missing: string } {
  if (counts !== undefined) return counts;
  if (figures === null) {
    return { missing: because ?? `No figures of ${printed} are held: import a file that has them.` };
  }
  const [current, previous] = [countIn(figures, periods.current), countIn(figures, periods.previous)];
  if (current === null || previous === null) return { missing: sayMissing(figures, periods) };
  if (!Number.isInteger(current) || !Number.isInteger(previous)) {
    return { missing: 'These figures are no counts, so that nothing can be said of chance.' };
  }
  return { current, previous };
}

function lackingRow(row: RowFigures, { current, previous }: Periods, missing: string): ComparisonRow {
  return {
    ...headOf(row),
    ...{ current: null, previous: null, change: null, percentChange: null, direction: null },
    days: [current.days, previous.days],
    ...{ pValue: null, ratioInterval: null, dispersedPValue: null, dispersedInterval: null, dispersion: null },
    ...{ degreesOfFreedom: null, dispersionFrom: null, falseDiscovery: null, smallNumbers: false, doubtful: [] },
    ...{
      forceWide: null,
      vintage: row.figures?.vintage ?? null,
      backCast: isBackCast(row.figures, { current, previous }),
      missing,
    },
    ...{ verdict: 'no figures', words: missing, countsVerdict: 'no figures', countsWords: missing },
  };
}

function rowOf(row: RowFigures, periods: Periods, counts: Counts, least: number): ComparisonRow {
  const { figures } = row;
  const { current, previous } = counts;
  const days: [number, number] = [periods.current.days, periods.previous.days];
  const unequal = sameLength(periods) ? undefined : days;
  const exact = compareCounts(current, previous, unequal === undefined ? {} : { exposure: unequal });
  const ratioInterval = limited(exact.interval);
  const years = figures === null ? null : poolDispersion(figures, row.peers, periods, current + previous);
  const dispersed = years === null ? null : compareDispersed(current, previous, days, years.estimate);
  const dispersedInterval = dispersed === null ? null : limited(dispersed.interval);
  const degreesOfFreedom = years?.estimate.degreesOfFreedom ?? null;
  const byYears = hasEnoughYears({ dispersedPValue: dispersed?.pValue ?? null, degreesOfFreedom });
  const few = smallNumbers(current, previous, least);
  return {
    ...headOf(row),
    ...{ current, previous, change: current - previous, days },
    percentChange: percentChange(current, previous, unequal),
    direction: directionOf(current, previous, unequal),
    ...{ pValue: exact.pValue, ratioInterval },
    ...{ dispersedPValue: dispersed?.pValue ?? null, dispersedInterval },
    dispersion: years?.estimate.dispersion ?? null,
    degreesOfFreedom,
    ...{ dispersionFrom: years?.from ?? null, falseDiscovery: null, smallNumbers: few },
    doubtful: (figures?.doubtful ?? []).filter(
      (month) => isIn(month, periods.current) || isIn(month, periods.previous),
    ),
    forceWide: row.boroughs === null ? null : forceWide(row.boroughs, periods),
    ...{ vintage: figures?.vintage ?? null, backCast: isBackCast(figures, periods), missing: null },
    ...(few
      ? tooFew(counts, unequal)
      : judged({ dispersed: dispersedInterval, byYears, counts: ratioInterval, perDay: unequal !== undefined })),
  };
}

function headOf({ printed, measure, group, polarity }: RowFigures) {
  return { measure: printed, measureName: measure, group, polarity };
}

type Judgement = Pick<ComparisonRow, 'verdict' | 'words' | 'countsVerdict' | 'countsWords'>;

function tooFew({ current, previous }: Counts, days?: readonly [number, number]): Judgement {
  const words = sayFew(current, previous, days);
  return { verdict: 'too few', words, countsVerdict: 'too few', countsWords: words };
}

/** @param byYears whether the earlier years are enough to judge by */
function judged({
  dispersed,
  byYears,
  counts,
  perDay,
}: {
  dispersed: RatioInterval | null;
  byYears: boolean;
  counts: RatioInterval;
  perDay: boolean;
}): Judgement {
  const countsVerdict = judgeInterval(counts);
  const onCounts = { countsVerdict, countsWords: sayChange(counts, { countsAlone: true, perDay }) };
  if (dispersed === null) return { verdict: countsVerdict, words: onCounts.countsWords, ...onCounts };
  if (!byYears) return { verdict: countsVerdict, words: sayTooFewYears(counts), ...onCounts };
  return { verdict: judgeInterval(dispersed), words: sayChange(dispersed, { countsAlone: false }), ...onCounts };
}

function directionOf(current: number, previous: number, days: readonly [number, number] = [1, 1]): Direction {
  const difference = current * days[1] - previous * days[0];
  if (difference === 0) return 'level';
  return difference > 0 ? 'up' : 'down';
}

const limited = ([low, high]: readonly [number, number]): [number, number | null] => [
  low,
  Number.isFinite(high) ? high : null,
];

const isIn = (month: string, { from, to }: Periods['current']): boolean => from <= month && month <= to;
