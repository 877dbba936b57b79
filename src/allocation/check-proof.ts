import { demandOverOfficers } from '../lib/apportionment/index.ts';
import type { Limits, OptimalPlan, Post } from './model.ts';
import { NO_REVIEW } from './rules-in-force.ts';
import { breachOf } from './terms-of.ts';

/** What the solver is asked for one kind of post. */
export interface ProofQuestion {
  demand: number[];
  floors: number[];
  ceilings: number[];
  officers: number;
}

/** What the solver answered. */
export interface ProofAnswer {
  status: string;
  gap: number | null;
  officers: number[];
}

/** How the plan compares with the solver's answer. */
export type Verdict =
  /** The same number in every ward, proven least. */
  | { kind: 'identical' }
  /** Other numbers, as good within the solver's tolerance: a tie. */
  | { kind: 'as good' }
  /** The plan was not proven: the solver ended otherwise. */
  | { kind: 'not proven'; because: string }
  /** The solver found better numbers or a rule is broken: a fault of ours. */
  | { kind: 'refuted'; because: string };

/**
 * The hand-out of one post as a question for the solver; null when the solver cannot be asked: with a floor of 0 the
 * first officer's gain is infinite. Where there are officers enough for every ward with demand, floors of 0 become 1.
 */
export function proofQuestion(plan: OptimalPlan, post: Post): ProofQuestion | null {
  const demand = plan.wards.map((ward) => ward.demandShare);
  const { floors, ceilings, officers }: Limits = plan.limits;
  const raised = demand.map((share) => (floors[post] === 0 && share > 0 && ceilings[post] !== 0 ? 1 : floors[post]));
  if (raised.some((floor) => floor === 0) || raised.reduce((sum, floor) => sum + floor, 0) > officers[post])
    return null;
  return {
    demand,
    floors: raised,
    ceilings: demand.map(() => ceilings[post] ?? Number.POSITIVE_INFINITY),
    officers: officers[post],
  };
}

/** Relative difference of Σ d²/x that the solver's tolerances can hide. */
const TOLERANCE = 1e-7;

/** Compares a plan's numbers with the solver's, and checks them against every rule. */
export function checkProof(plan: OptimalPlan, post: Post, question: ProofQuestion, answer: ProofAnswer): Verdict {
  const broken = brokenRule(plan);
  if (broken !== null) return { kind: 'refuted', because: broken };
  if (answer.status !== 'optimal') return { kind: 'not proven', because: `the solver ended with "${answer.status}"` };
  if (answer.gap !== 0) return { kind: 'not proven', because: `the solver left a gap of ${answer.gap}` };
  const planned = plan.wards.map((ward) => ward[post]);
  if (planned.every((number, ward) => number === answer.officers[ward])) return { kind: 'identical' };
  const ours = demandOverOfficers(question.demand, planned);
  const theirs = demandOverOfficers(question.demand, answer.officers);
  if (theirs < ours * (1 - TOLERANCE))
    return { kind: 'refuted', because: `the solver found ${theirs} against ${ours}` };
  return { kind: 'as good' };
}

/** The rules of every plan, asked of its numbers. Side rules were checked when they were planned with. */
function brokenRule({ asAt, limits, officers, wards }: OptimalPlan): string | null {
  const terms = { asAt, asked: officers, limits, wards, pcsos: [], review: NO_REVIEW, sergeants: null };
  return breachOf(terms, { wards, sergeants: [] }, ['officers']);
}

/** One sentence for each verdict. */
export function proofSentence(post: Post, verdict: Verdict | null): string {
  const who = post === 'dwo' ? 'Officers' : 'PCSOs';
  if (verdict === null) return `${who}: not proven, because the solver cannot weigh a floor of 0.`;
  if (verdict.kind === 'identical') return `${who}: proven; HiGHS finds the same number in every ward, with no gap.`;
  if (verdict.kind === 'as good') return `${who}: proven; HiGHS finds other numbers that are just as good.`;
  return `${who}: ${verdict.kind}; ${verdict.because}.`;
}
