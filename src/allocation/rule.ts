import type { FullPlanQuestion } from '../lib/optimisation/full-plan.ts';
import type { Both, Conflict, Limits, PlannedNumbers, Post, RuleInForce } from './model.ts';
import type { ReviewRules, SergeantsAsked, Tier } from './review.ts';

/** A ward as rules know it. */
export interface RuledWard {
  code: string;
  name: string;
  borough: string;
  demandShare: number;
}

/** What decides how a rule reads: the date, the numbers asked for, the limits they come to, and what the review asks. */
export interface Terms {
  asAt: string;
  asked: PlannedNumbers;
  limits: Limits;
  wards: readonly RuledWard[];
  /** PCSOs of each ward, in the same order: they are handed out first. */
  pcsos: readonly number[];
  review: ReviewRules;
  /** null where none were asked for. */
  sergeants: SergeantsAsked | null;
}

/** The numbers of a plan, for a rule to judge. */
export interface RuledPlan {
  /** Every ward of the terms, in their order. */
  wards: readonly ({ code: string; name: string; borough: string } & Both)[];
  sergeants: readonly { wards: readonly string[]; tier: Tier }[];
}

/** One rule of a plan: how it reads, how the solver is told, when it cannot be kept, and whether numbers keep it. */
export interface Rule {
  /** The name of its file. */
  name: string;
  /** What it asks, without numbers, for the list of all rules. */
  about: string;
  source: string;
  /** always: of every plan. side: of a review, and may be left out. sergeants: of every plan with sergeants. */
  kind: 'always' | 'side' | 'sergeants';
  /** Whom it is about: a side rule about sergeants has its cost in shared demand. */
  of: 'officers' | 'sergeants';
  /** null where it is switched off. */
  inForce(terms: Terms): RuleInForce | null;
  /** The question with the rule in it. Wards are places in the order of the terms. */
  enter(question: FullPlanQuestion, terms: Terms): FullPlanQuestion;
  /** Why no plan can keep it beside floors, ceilings and numbers alone; empty when one can, as far as can be seen. */
  conflicts(terms: Terms): Conflict[];
  /** How the numbers break it, one sentence; null when they keep it, or it is switched off. */
  breach(terms: Terms, plan: RuledPlan): string | null;
}

export const POSTS: readonly Post[] = ['dwo', 'pcso'];

/** "4 officers", "1 PCSO"; short, for sentences in which dedicated ward officers need no distinction. */
export function officerWords(count: number, post: Post): string {
  const noun = post === 'dwo' ? 'officer' : 'PCSO';
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}

/** "2 dedicated ward officers and 1 PCSO", for the wording of a rule. */
export function bothWords({ dwo, pcso }: Both): string {
  return `${dwo} dedicated ward ${dwo === 1 ? 'officer' : 'officers'} and ${officerWords(pcso, 'pcso')}`;
}

export const SET_FOR_THIS_PLAN = 'Set for this plan.';

/** A rule's name in a sentence: 'borough floors'. */
export const quotedRule = (name: string) => `'${name.replaceAll('-', ' ')}'`;

/** Where a side rule in force comes from. */
export const sourceOf = ({ review }: Terms): string => `Rules file “${review.name}”.`;

export const thereAre = (count: number) => (count === 1 ? 'there is 1' : `there are ${count}`);

/** Place of a ward in the terms' order, by code. */
export function placesOf({ wards }: Pick<Terms, 'wards'>): ReadonlyMap<string, number> {
  return new Map(wards.map(({ code }, place) => [code, place]));
}

/** Name of a ward of the terms. */
export const wardNamed = ({ wards }: Pick<Terms, 'wards'>, code: string): string =>
  wards.find((ward) => ward.code === code)?.name ?? code;

/** Officers a ward has now; 0 where the review does not say. */
export const currentOf = ({ review }: Pick<Terms, 'review'>, code: string): number =>
  review.current?.officers[code] ?? 0;

/** Officers of some wards of a plan together. */
export function officersIn({ wards }: RuledPlan, codes: readonly string[]): number {
  const wanted = new Set(codes);
  return wards.reduce((sum, { code, dwo }) => sum + (wanted.has(code) ? dwo : 0), 0);
}

/** Room for error when shares of demand are turned into bounds on whole officers. */
const ROUNDING = 1e-9;
export const wholeFrom = (number: number): number => Math.ceil(number - ROUNDING);
export const wholeUpTo = (number: number): number => Math.floor(number + ROUNDING);
