import { addMonths, monthsBetween } from '../../lib/calendar/month.ts';
import type { ComparisonRefused, Period } from '../model.ts';
import { BASELINES, findBaseline } from './baselines.ts';
import { makePeriod, monthsIn } from './make-period.ts';
import { parsePeriod } from './parse-period.ts';

/** The two periods of a comparison, which never overlap. */
export interface Periods {
  current: Period;
  previous: Period;
}

/**
 * What a period is compared with: the same months a year before unless something else is asked, another period, or the
 * same months as they last were before a fixed day ("baseline:pre-pandemic").
 * @param against null for the same months as many years before as leave no month in both
 * @param asAt day on which the baseline must be known
 */
export function againstPeriod(
  current: Period,
  against: string | null,
  asAt: string,
): { kind: 'periods'; periods: Periods } | ComparisonRefused {
  const asked = against?.trim() ?? '';
  if (asked === '') return { kind: 'periods', periods: { current, previous: yearsBefore(current) } };
  if (/^baseline\s*:/i.test(asked)) return againstBaseline(current, asked, asAt);
  const read = parsePeriod(asked);
  if (read.kind === 'refused') return read;
  if (read.kind === 'to the last month') {
    return refused(`"${asked}" needs the month it ends with to compare with: write ${asked}:2023-03, say.`);
  }
  const { period: previous } = read;
  if (previous.from <= current.to && current.from <= previous.to) {
    return refused(
      `The two periods overlap (${current.label} and ${previous.label}): choose periods that have no month in common.`,
    );
  }
  return { kind: 'periods', periods: { current, previous } };
}

function againstBaseline(current: Period, asked: string, asAt: string): ReturnType<typeof againstPeriod> {
  const name = asked.slice(asked.indexOf(':') + 1);
  const baseline = findBaseline(name, asAt);
  if (baseline === null) {
    const known = [...new Set(BASELINES.map((each) => `baseline:${each.name}`))].join(' or ');
    return refused(`There is no baseline "${name.trim()}": write ${known}, or a period such as 2018-19.`);
  }
  if (current.to <= baseline.lastMonth) {
    return refused(
      `${current.label} is not after the time ${baseline.title}: choose a later period, or another to compare with.`,
    );
  }
  const years = Math.ceil(monthsBetween(baseline.lastMonth, current.to) / 12);
  const previous = shifted(current, 12 * years, `baseline:${baseline.name}`);
  if (previous.to >= current.from) {
    return refused(
      `${current.label} begins before the time ${baseline.title} was over: choose a later period to compare with it.`,
    );
  }
  return { kind: 'periods', periods: { current, previous } };
}

function yearsBefore(current: Period): Period {
  return shifted(current, 12 * Math.ceil(monthsIn(current) / 12));
}

function shifted({ from, to }: Period, months: number, asked?: string): Period {
  return makePeriod(addMonths(from, -months), addMonths(to, -months), asked);
}

const refused = (because: string): ComparisonRefused => ({ kind: 'refused', because });
