import { monthRange, monthsBetween } from '../../lib/calendar/month.ts';
import { findMeasure } from '../../measures/index.ts';
import { countIn } from '../figures/count-in.ts';
import type { ComparisonRefused, MonthlyFigures, Period } from '../model.ts';
import { parsePeriod } from '../periods/parse-period.ts';
import { againstPeriod } from '../periods/previous-period.ts';
import { comparesPeriods } from './claim-problems.ts';
import type { ClaimBinding, ClaimContent, ClaimFigures, ClaimPeriods } from './model.ts';

type Bound = Pick<ClaimContent, 'kind'> & { binding: Pick<ClaimBinding, 'period' | 'against'> };

/**
 * Reads the periods of a claim as a comparison reads them; without one to set it against, the year before is meant.
 * @param asAt day on which a baseline must be known
 */
export function claimPeriods(
  { kind, binding }: Bound,
  asAt: string,
): { kind: 'periods'; periods: ClaimPeriods } | (ComparisonRefused & { field: 'period' | 'against' }) {
  const read = parsePeriod(binding.period);
  if (read.kind === 'refused') return { ...read, field: 'period' };
  if (read.kind === 'to the last month')
    return {
      ...{ kind: 'refused', field: 'period' },
      because: `A claim is about months that do not move on: write ${binding.period.trim()}:2024-03, say.`,
    };
  const { period: current } = read;
  if (!comparesPeriods(kind)) return { kind: 'periods', periods: { current, previous: null } };
  const against = againstPeriod(current, binding.against, asAt);
  return against.kind === 'refused' ? { ...against, field: 'against' } : against;
}

/**
 * What a claim is set against in one vintage: sums over its periods or, of what does not add, the last value in each.
 * @param figures of its measure and, of a share, of the whole it is a part of
 * @returns null where a month of a period has no value
 */
export function claimFigures(
  figures: MonthlyFigures,
  whole: MonthlyFigures | null,
  { current, previous }: ClaimPeriods,
): ClaimFigures | null {
  const { vintage } = figures;
  const now = valueOver(figures, current);
  const days: [number, number] = [current.days, previous?.days ?? 0];
  if (now === null) return null;
  if (previous === null) {
    const of = whole === null ? null : valueOver(whole, current);
    return whole !== null && of === null ? null : { vintage, current: now, previous: of, days };
  }
  const before = valueOver(figures, previous);
  if (before === null) return null;
  if (whole === null) return { vintage, current: now, previous: before, days };
  const shares = [percentOf(now, valueOver(whole, current)), percentOf(before, valueOver(whole, previous))];
  const [share = null, shareBefore = null] = shares;
  return share === null || shareBefore === null
    ? null
    : { vintage, current: share, previous: shareBefore, days, shares: true };
}

const percentOf = (part: number, whole: number | null): number | null =>
  whole === null || whole === 0 ? null : (100 * part) / whole;

function valueOver(figures: MonthlyFigures, { from, to }: Period): number | null {
  const { measure, firstMonth, values } = figures;
  const of = monthRange(from, to).map((month) => values[monthsBetween(firstMonth, month)] ?? null);
  if (findMeasure(measure)?.adds === false) return of.findLast((value) => value !== null) ?? null;
  return countIn(figures, { from, to });
}
