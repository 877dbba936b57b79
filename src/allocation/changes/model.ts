import type { Both } from '../model.ts';

/**
 * What may make one plan differ from another: the officers to place, the figures and what the wards' shares of them are,
 * the weights, and the rules (floors, ceilings and side rules).
 */
export const CAUSES = ['officers', 'data', 'weights', 'rules'] as const;
export type Cause = (typeof CAUSES)[number];

/** One ward that gained or lost, and why. */
export interface ChangedWard {
  code: string;
  name: string;
  borough: string;
  before: Both;
  after: Both;
  /**
   * The smallest sets of causes that by themselves make the whole change: more than one where each would have done. Empty
   * where it cannot be told apart.
   */
  because: Cause[][];
  /** Why, as a whole sentence. */
  sentence: string;
}

/** A component that only one of the two plans has figures of on record. */
export interface InseparableComponent {
  component: string;
  title: string;
  /** The plan that weighs it. */
  weighedBy: 'before' | 'after';
}

/** What changed from one plan to the next, ward by ward, and why. */
export type PlansCompared =
  /** The plans are for other wards: sentences say so, and no ward is compared. */
  | { kind: 'other wards'; sentences: string[] }
  | {
      kind: 'compared';
      /** How many wards gained and lost, and what explains how many of them. */
      sentences: string[];
      /** What is different between the two, whether or not it changed a ward. */
      differs: Cause[];
      /** By borough and name. */
      wards: ChangedWard[];
      unchanged: number;
      inseparable: InseparableComponent[];
      /** What cannot be told, in sentences. */
      remarks: string[];
    };
