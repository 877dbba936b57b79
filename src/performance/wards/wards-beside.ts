import { poissonInterval } from '../../lib/statistics/counts/index.ts';
import { type Funnel, type FunnelUnit, funnelOf } from '../../lib/statistics/funnel/index.ts';
import type { Measure } from '../../measures/index.ts';
import { NOT_SHOWN } from '../figures/not-shown.ts';
import type { PerformanceArea, Period } from '../model.ts';
import type { RatedWard, RateLimit, WardBeside, WardStanding, WardsBeside } from './model.ts';

/** A ward with what is held of it. */
export interface HeldWard {
  area: PerformanceArea;
  /** Over the whole period; null where a month is lacking. */
  count: number | null;
  /** Whether it is held and not given out to who asks; left out where it is not. */
  hidden?: boolean;
  residents: number | null;
  /** See visited-wards.ts. */
  visited: number | null;
}

const LINES = [
  { label: '95%', outside: 0.05 },
  { label: '99.8%', outside: 0.002 },
] as const;
const PEOPLE = 1000;
/** Places at which the limits are drawn. */
const STEPS = 48;

/**
 * Sets the wards of a place beside each other: rates for each 1,000 residents, the range that each ward's count alone
 * bears, and where it lies against the rate of all, by chance alone and with how wards usually differ allowed for.
 * @param wards in the order in which they are to be shown: by name, never by rate
 */
export function setBeside(wards: readonly HeldWard[], measure: Measure, period: Period): WardsBeside {
  const units = wards.map(unitOf);
  const held = units.filter((unit) => unit !== null);
  if (held.length < 2) {
    const bare = wards.map((ward) => ({
      area: ward.area,
      rated: null,
      missing: sayLacking(ward, measure),
      visited: null,
    }));
    const none = { ratePer1000: null, overdispersion: null, dispersedLimits: [], countsLimits: [] };
    return { measure, period, wards: bare, ...none };
  }
  const dispersed = funnelOf(held, { family: 'poisson', overdispersion: 'additive' });
  const counts = funnelOf(held, { family: 'poisson', overdispersion: 'none' });
  const most = Math.max(...held.map(({ exposure }) => exposure));
  return {
    ...{ measure, period, ratePer1000: counts.target, overdispersion: dispersed.overdispersion },
    wards: wards.map((ward, index): WardBeside => {
      const unit = units[index] ?? null;
      if (unit === null) return { area: ward.area, rated: null, missing: sayLacking(ward, measure), visited: null };
      const at = held.indexOf(unit);
      const rated = rate(unit, standing(dispersed, at), standing(counts, at));
      return { area: ward.area, rated, missing: null, visited: ward.visited };
    }),
    dispersedLimits: limitsOf(dispersed, most),
    countsLimits: limitsOf(counts, most),
  };
}

function unitOf({ count, residents }: HeldWard): FunnelUnit | null {
  if (count === null || !Number.isInteger(count) || residents === null || residents <= 0) return null;
  return { count, exposure: residents / PEOPLE };
}

function rate({ count, exposure }: FunnelUnit, dispersed: WardStanding, counts: WardStanding): RatedWard {
  const [low, high] = poissonInterval(count);
  return {
    ...{ count, residents: Math.round(exposure * PEOPLE), ratePer1000: count / exposure },
    rateInterval: [low / exposure, high / exposure],
    ...{ dispersed, counts },
  };
}

function standing({ units, target }: Funnel, at: number): WardStanding {
  const { rate: of, pValue } = units[at] ?? { rate: target, pValue: 1 };
  const outside = pValue > LINES[0].outside ? null : of > target ? 'above' : 'below';
  return { outside, far: pValue <= LINES[1].outside, pValue };
}

/** Limits by residents, from a small ward to the largest. */
function limitsOf(funnel: Funnel, most: number): RateLimit[] {
  return LINES.map(({ label, outside }) => ({
    label,
    points: Array.from({ length: STEPS }, (_, step) => {
      const exposure = (most * 1.04 * (step + 1)) / STEPS;
      const { lower, upper } = funnel.limits(exposure, outside);
      return { exposure: exposure * PEOPLE, lower: lower === 0 ? null : lower, upper };
    }),
  }));
}

function sayLacking({ count, hidden = false, residents }: HeldWard, { title }: Measure): string {
  if (count === null && hidden) return NOT_SHOWN;
  if (count === null) return `No figure of ${title.toLowerCase()} is held for every month of the period.`;
  if (!Number.isInteger(count)) return 'These figures are no counts, so that nothing can be said of chance.';
  return residents === null || residents <= 0
    ? 'How many people live here is not held: import residents by ward or LSOA.'
    : 'There is no other ward to compare it with.';
}
