import type { WeightSet } from '../../../demand/index.ts';
import type { Party, ReviewNumbers } from '../model.ts';

/** What the public is told of a review: what is asked, of whom, until when. Nothing of what anybody proposes. */
export interface ReviewNotice {
  review: number;
  unit: string;
  /** "2026-1". */
  number: string;
  name: string;
  question: string;
  numbers: ReviewNumbers;
  /** The weights in force when it opened, or the founding ones where no plan was: what is asked about. */
  weights: WeightSet;
  /** What may be weighed, with titles. */
  components: { component: string; title: string }[];
  opensOn: string;
  closesOn: string;
  /** First day of the plan that comes of it. */
  inForceFrom: string;
  invited: Party[];
  synthetic: boolean;
}

/** A notice that was published. */
export interface AnnouncedReview {
  /** Number of the notice. */
  id: string;
  notice: ReviewNotice;
  /** First day the public saw it. */
  from: string;
  publishedAt: Date;
  /** True when it was approved by its author, because nobody else could. */
  alone: boolean;
  /** null while it stands. */
  withdrawn: { at: Date; reason: string } | null;
  /** How its review stands now, whatever the notice said: the records' facts, where the notice has its words. */
  now: { closesOn: string; inForceFrom: string; closed: boolean; chosen: boolean };
  /** When its review was abandoned, and why; null where it was not. */
  abandoned: { at: Date; because: string } | null;
}
