import { type Claim, claimedFit } from './claim.ts';
import type { Route } from './conversion/model.ts';
import { compareFits, type Fit, type Needed } from './fit-of.ts';
import type { Measure } from './model.ts';

/** Figures that may answer a question about one measure: of one vintage, with one way to fill in areas it lacks. */
export interface CandidateClaim {
  measure: Measure;
  vintage: string;
  /** Of the areas themselves. */
  own: Claim | null;
  /** The way along which areas without figures of their own are made; null for none. */
  route: Route | null;
  /** Of the areas that can be made along it. */
  behind: Claim | null;
  /** Number of the last import that takes part. */
  imported: number;
  /** For a derived measure the vintages of its count, the preferred first. */
  counts: readonly string[];
}

/** What may answer a question, the best first; of equals those given first. */
export function rankClaims(
  candidates: readonly CandidateClaim[],
  areasAsked: number,
  needed: Needed | null,
): { candidate: CandidateClaim; claimed: Fit }[] {
  return candidates
    .map((candidate) => ({ candidate, claimed: claimedFit(candidate.measure, candidate, areasAsked, needed) }))
    .sort((a, b) => compareFits(a.claimed, b.claimed));
}

/** The candidates of a measure: each vintage alone and along every way that has figures. */
export function candidatesFrom(
  measure: Measure,
  own: ReadonlyMap<string, Claim>,
  ways: readonly { route: Route; behind: ReadonlyMap<string, Claim>; countsOf: (behind: Claim) => readonly string[] }[],
): CandidateClaim[] {
  const found: CandidateClaim[] = [];
  for (const [vintage, claim] of own) {
    const { imported } = claim;
    found.push({ ...{ measure, vintage, imported, own: claim, route: null, behind: null, counts: [] } });
  }
  for (const { route, behind, countsOf } of ways) {
    for (const [vintage, claim] of behind) {
      const ofOwn = own.get(vintage) ?? null;
      const imported = Math.max(claim.imported, ofOwn?.imported ?? 0);
      found.push({ ...{ measure, vintage, imported, own: ofOwn, route, behind: claim, counts: countsOf(claim) } });
    }
  }
  return found;
}
