import type { DemandIndex } from '../demand/index.ts';
import { handOut, type OptimalHandOut } from '../lib/apportionment/index.ts';
import type { Award, Limits, Plan, PlannedNumbers, Post } from './model.ts';
import type { Terms } from './rule.ts';
import { conflictsOf, rulesInForce, termsOf } from './terms-of.ts';
import { writeReason } from './write-reason.ts';

/**
 * Plans dedicated ward officers and PCSOs from demand: each is handed out above the floors, one by one, with a reason
 * for every officer and the margins of every ward. Too few or too many is an answer that names the rules.
 * Knows no clock, file or record, so that it can run in a browser.
 * @param demand wards in the order of their codes, which decides ties
 */
export function planFromDemand(demand: DemandIndex, asked: PlannedNumbers): Plan {
  return handOutPlan(demand, termsOf(demand, asked));
}

/** The hand-out's plan: it obeys the rules of every plan, and prints those of its terms. */
export function handOutPlan(demand: DemandIndex, terms: Terms): Plan {
  const { unit, asAt, boundaryVersion, window, weights, missing, synthetic } = demand;
  const { limits, review } = terms;
  const rules = rulesInForce(terms);
  const stated = { unit, asAt, boundaryVersion, window, officers: limits.officers, rules, limits, weights };
  const because = conflictsOf(terms, ['always']);
  if (because.length > 0) return { kind: 'infeasible', ...stated, missing, synthetic, because };

  const dwo = share(demand, limits, 'dwo');
  const pcso = share(demand, limits, 'pcso');
  const awards = awardsByWard(demand, dwo, limits, 'dwo');
  const pcsoAwards = awardsByWard(demand, pcso, limits, 'pcso');
  return {
    kind: 'optimal',
    ...stated,
    used: demand.used,
    missing,
    synthetic,
    objective: dwo.objective,
    decidedBy: 'hand-out',
    review: review.name === '' ? null : review.name,
    sergeants: [],
    gap: 0,
    binding: [],
    current: review.current,
    remarks: [],
    nextInLine: dwo.nextInLine.map(({ rank, ward, officers, priority }) => ({
      rank,
      code: demand.wards[ward]?.code ?? '',
      officers,
      priority,
    })),
    wards: demand.wards.map(({ code, name, borough, demandShare, components }, place) => ({
      code,
      name,
      borough,
      demandShare,
      components,
      quota: demandShare * limits.officers.dwo,
      dwo: dwo.officers[place] ?? 0,
      pcso: pcso.officers[place] ?? 0,
      awards: awards[place] ?? [],
      pcsoAwards: pcsoAwards[place] ?? [],
      margin: dwo.margins[place] ?? NO_MARGIN,
      pcsoMargin: pcso.margins[place] ?? NO_MARGIN,
    })),
  };
}

const NO_MARGIN = { gain: null, lose: null };

function share(demand: DemandIndex, limits: Limits, post: Post): OptimalHandOut {
  const shares = demand.wards.map((ward) => ward.demandShare);
  const floors = shares.map(() => limits.floors[post]);
  const ceilings = shares.map(() => limits.ceilings[post] ?? Number.POSITIVE_INFINITY);
  const answer = handOut(shares, floors, ceilings, limits.officers[post]);
  // The rules were asked first: if they allow a plan, the hand-out has one.
  if (answer.kind === 'infeasible') throw new Error(`The rules allow a plan that the hand-out does not: ${post}.`);
  return answer;
}

function awardsByWard({ wards }: DemandIndex, handedOut: OptimalHandOut, limits: Limits, post: Post): Award[][] {
  const awards: Award[][] = wards.map(() => []);
  const turns = handedOut.awards.length;
  let someFull = false;
  for (const { rank, ward: place, officers, priority, runnerUp } of handedOut.awards) {
    const ward = wards[place]?.name ?? '';
    const demandShare = wards[place]?.demandShare ?? 0;
    // Written out member by member: spreading a turn into the sentence's input made a large plan three times slower.
    const second =
      runnerUp === null
        ? null
        : { ward: wards[runnerUp.ward]?.name ?? '', priority: runnerUp.priority, tied: runnerUp.tied };
    const reason = writeReason({
      rank,
      turns,
      post,
      ward,
      demandShare,
      officers,
      priority,
      runnerUp: second,
      someFull,
    });
    awards[place]?.push({ rank, officers, priority, reason });
    someFull ||= officers === limits.ceilings[post];
  }
  return awards;
}
