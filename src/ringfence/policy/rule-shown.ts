import type { PolicyInForce, RingfencePolicy } from '../model.ts';
import type { PolicyChange } from './policy-changes.ts';

/** A policy in the page's history, in words. */
export interface KeptPolicyShown {
  key: string;
  version: number;
  policy: RingfencePolicy;
  inForceFrom: string;
  because: string;
  /** "22 November 2026, by Superintendent Two". */
  adopted: string;
}

/** A policy that waits to be adopted. */
export interface WaitingShown {
  id: number;
  version: number;
  title: string;
  inForceFrom: string;
  because: string;
  /** "Proposed by Chief Inspector One on 22 November 2026". */
  proposed: string;
  /** Against the policy that is in force on the day before its first. */
  changes: readonly PolicyChange[];
  /** Whether the reader proposed it, and so cannot adopt it. */
  own: boolean;
}

/** The rule of a unit on a day, as the page shows it. */
export interface RuleShown {
  unit: { name: string; boroughs: string[] };
  asAt: string;
  inForce: PolicyInForce;
  adopted: readonly KeptPolicyShown[];
  waiting: readonly WaitingShown[];
  decides: boolean;
  synthetic: boolean;
}
