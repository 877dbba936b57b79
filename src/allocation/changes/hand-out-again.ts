import { type DemandParts, weighDemand } from '../../demand/index.ts';
import { handOut } from '../../lib/apportionment/index.ts';
import type { Both, OptimalPlan, Post } from '../model.ts';
import type { Cause } from './model.ts';

/** For each cause, the plan from whose record it is taken. */
export type TakenFrom = Readonly<Record<Cause, OptimalPlan>>;

/** What a hand-out comes to: the numbers by ward code, no plan, or that the records do not hold what it needs. */
export type HandedOut =
  | { kind: 'numbers'; of: ReadonlyMap<string, Both> }
  | { kind: 'no plan' }
  /** Components that are weighed, and of which the plan whose figures are taken has none on record. */
  | { kind: 'not on record'; components: string[] };

/**
 * Hands out anew with the officers, figures, weights and floors and ceilings of one plan or another, by the very arithmetic
 * that made them: all taken from one plan come to its numbers, unless side rules changed those. A component that the plan
 * whose figures are taken lists as missing is left out, as it was there. Under 1 ms for 37 wards.
 */
export function handOutAgain(taken: TakenFrom): HandedOut {
  const components = notOnRecord(taken);
  if (components.length > 0) return { kind: 'not on record', components };
  const demand = weighDemand(partsOnRecord(taken.data), taken.weights.weights);
  if (demand.kind !== 'index') return { kind: 'no plan' };
  const shares = demand.wards.map(({ demandShare }) => demandShare);
  const [dwo, pcso] = (['dwo', 'pcso'] as const).map((post) => handOutPost(taken, shares, post));
  if (!dwo || !pcso) return { kind: 'no plan' };
  const of = demand.wards.map(({ code }, place): [string, Both] => [
    code,
    { dwo: dwo[place] ?? 0, pcso: pcso[place] ?? 0 },
  ]);
  return { kind: 'numbers', of: new Map(of) };
}

function handOutPost({ officers, rules }: TakenFrom, shares: readonly number[], post: Post): number[] | null {
  const { floors, ceilings } = rules.limits;
  const answer = handOut(
    shares,
    shares.map(() => floors[post]),
    shares.map(() => ceilings[post] ?? Number.POSITIVE_INFINITY),
    officers.limits.officers[post],
    0,
  );
  return answer.kind === 'optimal' ? answer.officers : null;
}

/** Components weighed in the one plan that the other neither used nor missed: it may have had figures, and kept none. */
export function notOnRecord({ weights, data }: Pick<TakenFrom, 'weights' | 'data'>): string[] {
  const known = new Set([...data.used, ...data.missing].map(({ component }) => component));
  return Object.entries(weights.weights.weights).flatMap(([name, weight]) =>
    weight > 0 && !known.has(name) ? [name] : [],
  );
}

/** The figures of a plan as its record has them: shares of the unit, which come to a total of 1. */
function partsOnRecord({ unit, asAt, boundaryVersion, window, wards, used, missing }: OptimalPlan): DemandParts {
  return {
    ...{ unit, asAt, boundaryVersion, window },
    wards: wards.map(({ code, name, borough }) => ({ code, name, borough })),
    parts: [
      ...used.map(({ weight: _weight, ...each }) => ({
        ...each,
        kind: 'held' as const,
        every: 'once' as const,
        total: 1,
        figures: wards.map(({ components }) => components[each.component] ?? 0),
      })),
      ...missing.map(({ component, reason }) => ({ kind: 'missing' as const, component, title: component, reason })),
    ],
  };
}
