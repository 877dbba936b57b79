import type { Both, Conflict, Limits, PlannedNumbers, Post, RuleInForce } from './model.ts';

/** What decides how a rule reads: the date, the numbers asked for, and the limits they come to. */
export interface Terms {
  asAt: string;
  asked: PlannedNumbers;
  limits: Limits;
}

/** One rule of a plan: how it reads, when it cannot be kept, and whether numbers keep it. */
export interface Rule {
  /** The name of its file. */
  name: string;
  inForce(terms: Terms): RuleInForce;
  /** Why no plan can keep it beside the other rules; empty when one can. */
  conflicts(limits: Limits, wards: number): Conflict[];
  /** How the numbers break it, one sentence; null when they keep it. */
  breach(limits: Limits, wards: readonly ({ name: string } & Both)[]): string | null;
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
