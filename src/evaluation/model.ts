import type { BoundaryVersion } from '../geography/index.ts';
import type { Month } from '../lib/calendar/month.ts';
import type { Method } from '../lib/causal/index.ts';

/** Areas that are policed in the new way together, and averaged when they are evaluated. */
export interface TreatedGroup {
  /** "Camden and Islington". */
  name: string;
  /** Official codes, each once, ≥ 1. */
  areas: readonly string[];
  /** First month of the pilot. */
  start: Month;
  /** Months from the start that belong to neither side, ≥ 0. */
  transitionMonths: number;
}

/** What part an outcome plays: benefit is looked for in a primary one, harm in primary and guard ones; context is shown. */
export type OutcomeRole = 'primary' | 'guard' | 'context';

/** An outcome as the charter names it. */
export interface CharterOutcome {
  /** Name in the catalogue of measures. */
  measure: string;
  role: OutcomeRole;
  /** 'log': the log of the average count, for changes in per cent; 'rate': per 1,000 of the measure's denominator. */
  scale: 'log' | 'rate';
  /** Smallest improvement worth having, in per cent of what would have been, > 0. */
  minimumEffectPercent: number;
  /** Worsening that must not go unseen, in per cent, > 0. */
  harmBoundPercent: number;
}

/** A service measure that must not fall in any treated area by itself. */
export interface NoDetriment {
  measure: string;
  /** Most that it may fall behind the comparison areas, in the measure's own unit (percentage points for shares), ≥ 0. */
  margin: number;
}

/** Who must sign. */
export interface Signatory {
  /** "Camden Council", "Metropolitan Police". */
  organisation: string;
  body: 'council' | 'police';
  /** Code of the council's borough; null for the police. */
  borough: string | null;
}

/** What is agreed before a pilot begins: what would count as working, and what would stop it. */
export interface Charter {
  format: 'wardroom-charter-1';
  /** Such as "pathfinder-2017": small letters, digits and hyphens. */
  name: string;
  /** The question: "Is the merger working?" */
  title: string;
  /** A retrospective charter was written after the start: it cannot be signed, and every page says so. */
  kind: 'prospective' | 'retrospective';
  /** Command unit that keeps it. */
  unit: string;
  /** What is done, in two or three sentences. */
  summary: string;
  boundaryVersion: BoundaryVersion;
  treated: readonly TreatedGroup[];
  /** Why these areas. */
  chosenBecause: string;
  /** Measures for which they were chosen because they were high; what is high tends to fall by itself. */
  chosenForBeingHigh: readonly string[];
  comparison: {
    /** 'all others': every area of the boundary version that is not treated and not excluded; or official codes. */
    from: 'all others' | readonly string[];
    excluded: readonly { area: string; because: string }[];
    /** Whether areas that share a border with a treated one are compared with; the other way is always shown beside. */
    adjoining: 'kept' | 'left out';
    /** Groups that the treated one is set among: every group of its size, or those whose areas adjoin. */
    groups: 'all' | 'adjoining';
  };
  outcomes: readonly CharterOutcome[];
  noDetriment: readonly NoDetriment[];
  /** Which publication of the figures is used. */
  vintage: { policy: 'named'; name: string } | { policy: 'latest' };
  /** First month that counts before the start. */
  preFrom: Month;
  /** Last month of the pilot. */
  end: Month;
  /** Estimator that the state goes by; the others are always shown beside it. */
  estimator: Method;
  /** Months whose figures each look is taken on, in order; the last is the end. */
  looks: readonly Month[];
  stopRule: {
    /** Chance that harm is called on any outcome at any look though nothing changed, 0–1; spent as Pocock would. */
    harmRate: number;
    /** The same of benefit; spent as O'Brien and Fleming would. */
    benefitRate: number;
    /** Days within which the signatories meet when harm is called. */
    meetWithinDays: number;
  };
  /** Benefits predicted, and by when; measure null where it is not one of the outcomes. */
  benefits: readonly { what: string; measure: string | null; by: Month }[];
  alternatives: readonly string[];
  /** How it is undone. */
  reversal: string;
  signatories: readonly Signatory[];
  /** Known breaks in the figures. */
  breaks: readonly { month: Month; what: string }[];
  /** Where the charter's facts come from. */
  sources: readonly string[];
  /** Where something is drawn at random, it is from this. */
  seed: number;
  /** True for the demonstration's. */
  synthetic: boolean;
}

/** Where a charter stands; 'file': read from a file and in no records. */
export type Standing = 'retrospective' | 'draft' | 'partly signed' | 'signed' | 'file';

/** A charter with how it stands: what every result page shows. */
export interface CharterShown {
  charter: Charter;
  /** SHA-256 of its canonical JSON, 64 hexadecimal digits. */
  hash: string;
  standing: Standing;
  signatures: readonly { organisation: string; name: string; on: string; hash: string }[];
  /** Changes after the first signature, the first first. */
  amendments: readonly { number: number; on: string; because: string; changed: readonly string[]; hash: string }[];
}

/** What is to be done, by the stop rule. */
export type State = 'continue' | 'harm boundary crossed' | 'benefit shown' | 'cannot tell';

/** One look at one outcome. */
export interface Look {
  /** Last month of the figures. */
  month: Month;
  /** Gap so far, in per cent of what would have been. */
  percent: number;
  /** Groups of the comparison that moved as far the same way. */
  asMuch: { moved: number; of: number };
  /** Gap in per cent at which harm, and benefit, is called; null where no gap would be. */
  harmAt: number | null;
  benefitAt: number | null;
  /** Where the false-alarm rate comes from: the lot among areas, or a model of them where these are too few. */
  rateFrom: 'lot' | 'model';
  /** Share of the model's own draws, without any change, for which harm or benefit is called; null by lot. */
  modelRate: number | null;
  state: State;
  /** One sentence. */
  because: string;
}

/** One month after the start, or before it. */
export interface MonthGap {
  month: Month;
  /** Gap in per cent of what would have been. */
  percent: number;
  /** Where the gaps of half, and of nine tenths, of the comparison groups lie; null where they are too few to say. */
  half: readonly [number, number] | null;
  nine: readonly [number, number] | null;
}

/** What one estimator says of one outcome with one set of comparison areas. */
export interface OutcomeEstimate {
  method: Method;
  adjoining: 'kept' | 'left out';
  /** One sentence where it gives no number; all that follows is then null or empty. */
  refused: string | null;
  /** Mean change over the months after the start and transition, in per cent of what would have been. */
  percent: number | null;
  /** The same as crimes a month in all the treated areas together, and in all months. */
  perMonth: number | null;
  total: number | null;
  /**
   * Changes that the comparison does not rule out, in per cent, at a level that the number of groups allows; an end that
   * is not ruled out however far is infinite. Zero is outside exactly where {@link pValue} is at most 1 less the level.
   */
  interval: { low: number; high: number; level: number } | null;
  /** Two-sided, as if the group had been drawn by lot from all of its size. */
  pValue: number | null;
  /** The smallest that the number of groups allows. */
  smallestP: number | null;
  /** Comparison groups that hold no treated area and moved as much either way, of how many. */
  asMuch: { moved: number; of: number } | null;
  /** Above zero only. */
  weights: readonly { area: string; weight: number }[];
  timeWeights: readonly { month: Month; weight: number }[];
  /** In per cent, with that of the comparison groups in the middle, beside which it is believed or not. */
  preRmspePercent: number | null;
  medianPreRmspePercent: number | null;
  dualityGap: number | null;
}

/** One outcome of one treated group. */
export interface OutcomeResult {
  group: string;
  measure: string;
  /** Title for people. */
  title: string;
  role: OutcomeRole;
  polarity: 'more is worse' | 'more is better' | 'neither';
  /** Average a month in all the treated areas together before the start. */
  earlierAverage: number | null;
  /** Months after the start and transition that are judged: first, last, how many. */
  judged: { from: Month; to: Month; months: number } | null;
  /** Each estimator with adjoining areas as the charter says, then each the other way. */
  estimates: readonly OutcomeEstimate[];
  /** The estimator that the state goes by; null where it refused. */
  primary: OutcomeEstimate | null;
  /** By the primary estimator, months before the start included. */
  months: readonly MonthGap[];
  /** The same estimate with each comparison area left out in turn: lowest and highest, in per cent. */
  leaveOneOut: { low: number; high: number } | null;
  /**
   * As if it had begun earlier, in per cent: what the method says where there was nothing to see. Over as many months as are
   * judged, the transition left out, with the chance by lot; null where the groups are too many to go through for each start.
   * None where figures do not reach far enough back.
   */
  inTime: readonly { start: Month; months: number; percent: number; pValue: number | null }[];
  /** By permuting blocks of months (Chernozhukov, Wüthrich and Zhu 2021). */
  conformalP: number | null;
  /** p-value after allowing for all the outcomes of the group that are not context (Holm); null for context. */
  adjustedP: number | null;
  /** Smallest lasting change that would be called with a chance of four in five, in per cent. */
  smallestSeen: { worse: number; better: number } | null;
  /** Drift to expect by itself where the areas were chosen for being high on it, in per cent. */
  expectedDriftPercent: number | null;
  looks: readonly Look[];
  state: State;
  because: string;
  /** Plain words about this outcome. */
  sentences: readonly string[];
}

/** A service measure of one treated area by itself. */
export interface GuardResult {
  area: string;
  areaName: string;
  measure: string;
  title: string;
  state: 'held' | 'worse' | 'cannot tell' | 'no figures';
  /** Change less that of the comparison areas, in the measure's own unit. */
  change: number | null;
  interval: { low: number; high: number; level: number } | null;
  because: string;
}

/** Whether what left the treated areas went next door. */
export interface DisplacementResult {
  group: string;
  measure: string;
  title: string;
  /** Weighted displacement difference, in crimes a month; below zero: fewer, neighbours included. */
  difference: number;
  /** The same in per cent of what would have been. */
  percent: number;
  interval: { low: number; high: number; level: number };
  /** Two-sided, as if the group had been drawn by lot from the connected ones of its size. */
  pValue: number;
  /** Codes of comparison areas that share a border with the group. */
  neighbours: readonly string[];
  /** The neighbours alone: crimes a month more or fewer than the areas beyond suggest. */
  nearby: {
    difference: number;
    percent: number;
    interval: { low: number; high: number; level: number };
    pValue: number;
  };
  /** 95 % range of {@link difference} by the published formula, for counts that vary by chance alone: too narrow. */
  published: { low: number; high: number };
  /** Groups that the treated one was set among, itself included. */
  groups: number;
  because: string;
}

/** How much was done in each area, beside what changed there. */
export interface DoseResult {
  group: string;
  measure: string;
  title: string;
  /** Measure of what was done: the share of ward officers' minutes that they were in their wards. */
  dose: string;
  /** Treated and comparison areas of which both are on record. */
  rows: readonly { area: string; name: string; treated: boolean; dosePercent: number; changePercent: number }[];
  /** Of ranks, -1 to 1. */
  correlation: number;
  /** Two-sided, by putting pairs together by lot. */
  pValue: number;
  because: string;
}

/** What a charter's evaluation comes to: the contract of `wardroom evaluation run --json`. */
export interface EvaluationResult {
  charter: Omit<CharterShown, 'charter'> & { name: string; title: string };
  kind: Charter['kind'];
  /** True where figures or charter are the demonstration's. */
  synthetic: boolean;
  figures: { vintage: string; files: readonly string[]; from: Month; to: Month };
  groups: readonly {
    name: string;
    areas: readonly { code: string; name: string }[];
    start: Month;
    /** What a councillor reads about this group; begins with its name. */
    paragraph: string;
  }[];
  /** Areas that are compared with, and those that are not, each with its reason. */
  donors: readonly { code: string; name: string; adjoining: boolean }[];
  excluded: readonly { code: string; name: string; because: string }[];
  outcomes: readonly OutcomeResult[];
  guards: readonly GuardResult[];
  displacement: readonly DisplacementResult[];
  /** Empty where no dose is on record for the months after the start; a remark then says so. */
  dose: readonly DoseResult[];
  /** What the whole comes to by the stop rule. */
  state: State;
  /** What a councillor reads: the paragraphs of the groups, one after the other. */
  paragraph: string;
  /** What cannot be seen, and breaks of the figures: a sentence each. */
  remarks: readonly string[];
  versions: { wardroom: string; node: string; seed: number };
}
