import type { Month } from '../../lib/calendar/month.ts';
import { seededRandom } from '../../lib/statistics/random.ts';
import {
  groupedCriticalValue,
  logLikelihoodRatio,
  signallingCount,
  simulatedCriticalValue,
} from '../../lib/statistics/sequential/index.ts';
import type { Look } from '../model.ts';
import { becauseOfRare } from './because-of-rare.ts';
import type { LooksAsked, LooksTaken } from './model.ts';
import { stateAtLook } from './state-at-look.ts';

/** Events by each look, from the start, and those that the comparison leads one to expect. */
export interface RareCounts {
  observed: readonly number[];
  expected: readonly number[];
}

/** What is asked at each look at an outcome too rare for a normal or logarithmic scale. */
export interface RareLooksAsked extends Pick<LooksAsked, 'looks' | 'role' | 'polarity' | 'meetWithinDays' | 'seed'> {
  /** In all treated areas together; for the looks whose figures are in. */
  own: RareCounts;
  /** Groups without a treated area, as if each had been treated. */
  elsewhere: readonly RareCounts[];
  /** Events expected by each *planned* look from what there was before the start: rising, > 0. */
  planned: readonly number[];
  /** This outcome's part of the charter's rate of harm; 0 where harm is not looked for. */
  harmRate: number;
}

/** Outcomes with fewer a month in the treated group before the start are rare. */
const RARE = 5;
/** A single event is never enough to call harm. */
const MINIMUM_EVENTS = 2;

export function isRare(averageAMonth: number): boolean {
  return averageAMonth < RARE;
}

/**
 * Takes the looks at a rare outcome by MaxSPRT. Events must come in more than expected: of fewer, and of outcomes of which
 * more is better, nothing can be called from so few. Exact for Poisson counts; where the other areas vary more than these
 * do, the boundary comes from simulated clustered counts. Either is a model, and called that.
 */
export function takeRareLooks(asked: RareLooksAsked): LooksTaken {
  const { looks: months, own, planned, role, polarity } = asked;
  const dispersion = dispersionElsewhere(asked.elsewhere);
  const found = polarity === 'more is better' || role === 'context' ? null : criticalOf(asked, dispersion);
  const modelRate = found?.rate ?? null;
  let harmCalled: Month | null = null;
  const looks = months.map((month, look): Look => {
    const [observed, expected] = [own.observed[look] ?? 0, own.expected[look] ?? 0];
    const line = found === null ? null : signallingCount(expected, found.critical, MINIMUM_EVENTS);
    if (line !== null && observed >= line) harmCalled ??= month;
    const last = look === planned.length - 1;
    const state = stateAtLook({ role, last, harmCalled, benefitCalled: null, futile: false });
    return {
      month,
      percent: percentOf(observed, expected),
      asMuch: asMuchAt(asked, look),
      harmAt: line === null ? null : percentOf(line, expected),
      benefitAt: null,
      rateFrom: 'model',
      modelRate,
      state,
      because: becauseOfRare({ ...asked, month, observed, expected, line, state, harmCalled, modelRate }),
    };
  });
  const latest = looks.at(-1);
  return { looks, state: latest?.state ?? 'continue', because: latest?.because ?? 'No look has been taken yet.' };
}

function percentOf(observed: number, expected: number): number {
  return 100 * (observed / expected - 1);
}

function criticalOf(
  { planned, harmRate, seed }: RareLooksAsked,
  dispersion: number,
): { critical: number; rate: number } | null {
  if (harmRate === 0) return null;
  const test = { expected: planned, minimumEvents: MINIMUM_EVENTS };
  if (dispersion <= 1) return groupedCriticalValue(test, harmRate);
  return simulatedCriticalValue({ ...test, dispersion }, harmRate, seededRandom(seed));
}

/**
 * Mean of (events − expected)² / expected between looks over groups where nothing was changed: what a wrong expectation
 * adds is in it. At least 1.
 */
function dispersionElsewhere(elsewhere: readonly RareCounts[]): number {
  const squares = elsewhere.flatMap(({ observed, expected }) =>
    observed.map((events, look) => {
      const mean = (expected[look] ?? 0) - (expected[look - 1] ?? 0);
      return (events - (observed[look - 1] ?? 0) - mean) ** 2 / mean;
    }),
  );
  const told = squares.filter(Number.isFinite);
  return told.length === 0 ? 1 : Math.max(1, told.reduce((sum, square) => sum + square, 0) / told.length);
}

/** Groups that had as much more than expected, or as much fewer, by the log-likelihood ratio. */
function asMuchAt({ own, elsewhere }: RareLooksAsked, look: number): { moved: number; of: number } {
  const far = ({ observed, expected }: RareCounts) => {
    const [events, mean] = [observed[look] ?? 0, expected[look] ?? 0];
    return events > mean ? logLikelihoodRatio(events, mean) : -((mean - events) ** 2) / mean;
  };
  const ownFar = far(own);
  const moved = elsewhere.filter((counts) => (ownFar > 0 ? far(counts) >= ownFar : far(counts) <= ownFar)).length;
  return { moved, of: elsewhere.length };
}
