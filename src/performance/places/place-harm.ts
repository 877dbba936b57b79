import { poissonInterval } from '../../lib/statistics/counts/index.ts';
import { median } from '../../lib/statistics/median.ts';
import { countIn } from '../figures/count-in.ts';
import type { MonthlyFigures, PerformanceArea, Period } from '../model.ts';
import type { BoroughPlace, HarmMeasure, PlaceHarm } from './model.ts';

const PEOPLE = 1000;

/** Share of respondents by which trust may differ from the middle borough and still be near it. */
interface NearRule {
  from: string;
  share: number;
  because: string;
}

/** The latest last; a change is a further entry. */
export const NEAR_RULES: readonly NearRule[] = [
  {
    from: '2026-03-01',
    share: 0.1,
    because:
      'The survey is designed for 100 interviews a quarter in each borough, with which a share of a half is known to about 10 percentage points either way; the published file does not say how many there were.',
  },
];

/** The harm of a place over a period, for each 1,000 residents. */
export function harmOf(
  area: PerformanceArea,
  harm: HarmMeasure,
  figures: readonly MonthlyFigures[],
  period: Period,
): PlaceHarm {
  const of = (name: string) => figures.find((each) => each.measure === name && each.area.word === area.word);
  const series = of(harm.measure.name);
  const total = series === undefined ? null : countIn(series, period);
  const residents = of('residents')?.values.findLast((value) => value !== null) ?? null;
  if (total === null || !residents) {
    const missing =
      total === null
        ? `No figure of ${harm.measure.title.toLowerCase()} is held for all of ${period.label}.`
        : 'How many people live here is not held.';
    return { area, total, residents, ratePer1000: null, rateInterval: null, missing };
  }
  const rateOf = (value: number) => (PEOPLE * value) / residents;
  const interval = harm.weighted || !Number.isInteger(total) ? null : poissonInterval(total);
  const rateInterval: PlaceHarm['rateInterval'] = interval && [rateOf(interval[0]), rateOf(interval[1])];
  return { area, total, residents, ratePer1000: rateOf(total), rateInterval, missing: null };
}

/** A borough with both its figures, before it is set against the middle one. */
export type KnownBorough = Omit<BoroughPlace, 'side'>;

/**
 * Sets each borough against the middle one on both axes. The survey's margin is not known, so trust counts as higher or
 * lower only beyond what 100 interviews would leave open.
 * @param asAt day whose rule of nearness is used
 */
export function setAgainstMiddle(
  boroughs: readonly KnownBorough[],
  asAt: string,
): { middle: { harm: number; trust: number } | null; boroughs: BoroughPlace[] } {
  const both = boroughs.flatMap(({ ratePer1000, trust }) =>
    ratePer1000 === null || trust === null ? [] : [{ harm: ratePer1000, trust }],
  );
  const [harm, trust] = [median(both.map((each) => each.harm)), median(both.map((each) => each.trust))];
  if (harm === null || trust === null)
    return { middle: null, boroughs: boroughs.map((each) => ({ ...each, side: null })) };
  const near = (NEAR_RULES.findLast(({ from }) => from <= asAt) ?? NEAR_RULES[0])?.share ?? 0;
  return {
    middle: { harm, trust },
    boroughs: boroughs.map((each): BoroughPlace => {
      if (each.ratePer1000 === null || each.trust === null) return { ...each, side: null };
      const apart = each.trust - trust;
      // Published shares have two decimals: a difference of exactly the margin must not fall by rounding.
      const isNear = Math.abs(apart) <= near + 1e-9;
      return {
        ...each,
        side: {
          harm: each.ratePer1000 >= harm ? 'higher' : 'lower',
          trust: isNear ? 'near' : apart > 0 ? 'higher' : 'lower',
        },
      };
    }),
  };
}
