import { type Month, monthsBetween } from '../lib/calendar/month.ts';
import { type Fit, isMost, type Needed } from './fit-of.ts';
import type { Extent } from './held-series.ts';
import { measuresSumming } from './measures-summing.ts';
import type { Measure, OtherVintage } from './model.ts';

/** What a vintage seems to have of a measure, told from which runs there are and not from their values. */
export interface Claim {
  /** Areas of which any category summed has a value. */
  areas: ReadonlySet<string>;
  first: Month;
  last: Month;
  /** Number of the last import among those that have some of it. */
  imported: number;
}

/** Claims by measure and, within it, by vintage. */
export type Claims = ReadonlyMap<string, ReadonlyMap<string, Claim>>;

/**
 * What each vintage claims of each measure.
 * @param targetsOf the areas asked that an extent's area stands for: itself, or those it is the first part of
 */
export function claimsOf(
  extents: readonly Extent[],
  vintageOf: ReadonlyMap<string, string>,
  targetsOf: (areaCode: string) => readonly string[],
): Claims {
  const claims = new Map<string, Map<string, Claim & { areas: Set<string> }>>();
  for (const { importId, categories, areaCodes, first, last } of extents) {
    const vintage = vintageOf.get(importId);
    if (vintage === undefined) continue;
    const targets = areaCodes.flatMap(targetsOf);
    for (const name of new Set(categories.flatMap(measuresSumming))) {
      const ofMeasure = claims.get(name) ?? new Map<string, Claim & { areas: Set<string> }>();
      claims.set(name, ofMeasure);
      const before = ofMeasure.get(vintage);
      const areas = before?.areas ?? new Set();
      for (const target of targets) areas.add(target);
      ofMeasure.set(vintage, {
        areas,
        first: before !== undefined && before.first < first ? before.first : first,
        last: before !== undefined && before.last > last ? before.last : last,
        imported: Math.max(before?.imported ?? 0, Number(importId)),
      });
    }
  }
  return claims;
}

/**
 * The best fit that figures can have which are claimed: of the areas' own, and of others that fill in where these lack.
 * What is read can only fall short of it.
 */
export function claimedFit(
  { every }: Pick<Measure, 'every'>,
  { own, behind }: { own: Claim | null; behind: Claim | null },
  areasAsked: number,
  needed: Needed | null,
): Fit {
  const [ownUsed, behindUsed] = [usable(every, own, needed), usable(every, behind, needed)];
  const used = [ownUsed, behindUsed].flatMap((claim) => claim ?? []);
  const areas = new Set(used.flatMap((claim) => [...claim.areas]));
  const ownForMost = isMost(ownUsed?.areas.size ?? 0, areasAsked);
  const lasts = (ownForMost && ownUsed ? [ownUsed] : used).map(({ last }) =>
    needed !== null && last > needed.by ? needed.by : last,
  );
  return {
    ownForMost,
    areas: areas.size,
    months: monthsClaimed(every, used, needed),
    last: lasts.toSorted().at(-1) ?? null,
    imported: Math.max(0, ...[own, behind].map((claim) => claim?.imported ?? 0)),
  };
}

function usable(every: Measure['every'], claim: Claim | null, needed: Needed | null): Claim | null {
  if (claim === null || needed === null) return claim;
  if (every !== 'month' || needed.months.length === 0) return claim.first <= needed.by ? claim : null;
  return needed.months.some((month) => claim.first <= month && month <= claim.last) ? claim : null;
}

function monthsClaimed(every: Measure['every'], claims: readonly Claim[], needed: Needed | null): number {
  if (needed === null || claims.length === 0) return 0;
  if (every !== 'month') return 1;
  return needed.months.filter((month) => claims.some(({ first, last }) => first <= month && month <= last)).length;
}

/**
 * Vintages that hold what the one shown does not: months before its first or after its last or, of what is not monthly,
 * another edition; the one that goes furthest back first.
 */
export function otherVintages(
  { every }: Pick<Measure, 'every'>,
  shown: { vintage: string; from: Month; to: Month },
  claims: ReadonlyMap<string, Claim>,
): OtherVintage[] {
  return [...claims]
    .filter(([vintage]) => vintage !== shown.vintage)
    .filter(([, { first, last }]) => every !== 'month' || first < shown.from || last > shown.to)
    .map(([vintage, { first, last }]) => ({ vintage, from: first, to: last }))
    .toSorted((a, b) => monthsBetween(b.from, a.from) || monthsBetween(a.to, b.to));
}

/** How near to a month the claim of a count comes: the last known by then first, then the first known after. */
export function nearness({ first, last }: Claim, month: Month): number {
  if (first > month) return -monthsBetween(month, first) - 10_000;
  return last > month ? 0 : -monthsBetween(last, month);
}
