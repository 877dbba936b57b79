import type { Method, Panel } from '../../lib/causal/index.ts';
import type { CharterOutcome } from '../model.ts';

/** What could be seen of one outcome, asked of figures from before the start. */
export interface PowerQuestion {
  /** Months before the start only, treated areas first: logs of counts, or rates. */
  panel: Panel;
  /** How many of the units are treated, ≥ 1. */
  treated: number;
  scale: CharterOutcome['scale'];
  polarity: 'more is worse' | 'more is better' | 'neither';
  method: Method;
  /** Groups of as many areas as are treated, by index, among which the lot is drawn. */
  groups: readonly (readonly number[])[];
  /** Most months before a start that are fitted: as many as the charter has. */
  monthsBefore: number;
  /** Lengths of a pilot, in months. */
  lengths: readonly number[];
  /** Months judged by each look of the charter, rising: those below a length are taken, and its end. */
  looksAfter: readonly number[];
  /** Chance that harm, and benefit, is called of this outcome at any look though nothing changed, 0–1. */
  rates: { harm: number; benefit: number };
  minimumEffectPercent: number;
  harmBoundPercent: number;
  /** For what is drawn where groups are too few for the lot. */
  seed: number;
}

/** Smallest lasting changes that are seen with a chance of four in five, in per cent; null where none up to tenfold is. */
export interface SmallestSeen {
  worse: number | null;
  better: number | null;
}

/** What a pilot of one length could see. */
export interface LengthPower {
  months: number;
  /** One sentence where it cannot be said; all that follows is then null. */
  refused: string | null;
  /** Judged once, at the end, as the two-sided test by lot at the level stated. */
  once: SmallestSeen | null;
  /** Judged by the charter's looks. */
  looks: SmallestSeen | null;
  /** Two-sided level of {@link once} that so many groups allow. */
  level: number | null;
  /** Chances that the smallest improvement worth having is seen by the looks, and that the harm bound is, 0–1. */
  chanceOfMinimumEffect: number | null;
  chanceOfHarmBound: number | null;
  /** Pretended pilots behind each figure: groups × earlier starts. */
  pilots: number | null;
}

/** What a pilot could see of one outcome, by its length. */
export interface OutcomePower {
  group: string;
  measure: string;
  title: string;
  /** One sentence where nothing can be said; the rest is then empty. */
  refused: string | null;
  /** One sentence: the months and the groups on which it was tried; empty where it was not. */
  tried: string;
  lengths: readonly LengthPower[];
  /** A sentence for each of the charter's own bounds that a pilot as long as planned would probably miss. */
  warnings: readonly string[];
  /** Drift to expect by itself, where the areas were chosen for being high on it; null where they were not. */
  drift: ExpectedDrift | null;
}

/** How far areas that were chosen for being high are expected to come down by themselves. */
export interface ExpectedDrift {
  /** In per cent of the level on which they were chosen, at most 0; null where they were not above the comparison areas. */
  percent: number | null;
  /** How far they lie above the comparison areas, in per cent; below zero where they lie below. */
  excessPercent: number;
  /** Share of an area's distance from the others that is there a year later, 0–1. */
  reliability: number;
  /** One sentence. */
  because: string;
}

/** What pilots under a charter could see, or why that cannot be said: one sentence. */
export type PowerAnswer =
  | { kind: 'worked out'; powers: readonly OutcomePower[] }
  | { kind: 'refused'; because: string };

/** The same for a page, which does not wait until it is worked out. */
export type PowerForPage = PowerAnswer | { kind: 'working' };
