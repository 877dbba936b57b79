import type { Decision } from '../consultation/model.ts';
import type { Both, InfeasiblePlan, OptimalPlan } from '../model.ts';
import type { StabilityKnown } from '../stability/model.ts';

/** What the sentences of an answer are about, in the order in which they are said. */
export type Subject =
  | 'how many'
  | 'why'
  | 'rank of the last officer'
  | 'what would change it'
  | 'how sure'
  | 'who was consulted'
  | 'since last time';

export interface AnswerSentences {
  about: Subject;
  /** One sentence or a few. */
  text: string;
}

/** A ward's answer: all that is said of it, point by point, and what of it is read out, of some 110 words. */
export interface WardAnswer {
  ward: { code: string; name: string; borough: string };
  sentences: AnswerSentences[];
  paragraph: string;
}

/** The unit's answer, as it would be given in the Assembly: paragraphs, and one line for each ward. */
export interface UnitAnswer {
  unit: string;
  question: { text: string; by: string; to: string; on: string; source: string };
  paragraphs: { about: UnitSubject; text: string }[];
  /** By code. */
  wards: { code: string; name: string; borough: string; dwo: number; pcso: number; line: string }[];
}

export type UnitSubject =
  | 'which plan'
  | 'the criteria'
  | 'the fewest and the most'
  | 'how the rest are shared out'
  | 'who has most'
  | 'how sure'
  | 'who was consulted'
  | 'since last time';

/** How a plan stands for whoever asks. */
export type AnswerStanding =
  | PublishedStanding
  /** No plan is in force: this one is only put forward, for so many officers a ward on average. */
  | { kind: 'put forward'; on: string; forEachWard: Both; next: NextPlan | null }
  /** Numbers that somebody asked about, adopted by nobody. */
  | { kind: 'tried' };

/** The published plan that comes into force next. */
export interface NextPlan {
  id: string;
  /** First day in force, after the day asked for. */
  from: string;
}

export interface PublishedStanding {
  kind: 'in force' | 'no longer in force' | 'not yet in force' | 'withdrawn';
  id: string;
  /** First day in force, "2026-04-01". */
  from: string;
  /** Day it was published. */
  publishedOn: string;
  /** True when it was approved by its author, because nobody else could. */
  alone: boolean;
  /** Why it was withdrawn; null where it was not. */
  reason: string | null;
}

/** What a plan changed for its readers. */
export type SinceLastTime =
  /** The first plan published for its wards. */
  | { kind: 'first' }
  /** No plan was in force just before it. */
  | { kind: 'none before' }
  /** It changes nothing for a reader: one sentence says why. */
  | { kind: 'nothing'; because: string }
  | {
      kind: 'changed';
      before: { id: string; from: string; withdrawn: boolean };
      /** How many gained and lost, and what explains it. */
      sentences: string[];
      /** Wards whose numbers differ, and why as a whole sentence: "Bunhill has 3 officers instead of 2, because of …". */
      wards: { code: string; because: string }[];
    };

/** What answers are made of. */
export interface AnswerRecords {
  plan: OptimalPlan;
  stability: StabilityKnown;
  /** What was decided in a consultation; null where none is on record. */
  decision: Decision | null;
  /** null where the plan was not published. */
  change: SinceLastTime | null;
  standing: AnswerStanding;
}

/** Why there are no numbers to give: no plan is in force, and none can be put forward. */
export type NoAnswer =
  | { kind: 'infeasible'; plan: InfeasiblePlan; on: string; next: NextPlan | null }
  | { kind: 'no demand'; unit: string; on: string; reasons: string[]; next: NextPlan | null };
