import type { OrderedBy, PostClass } from '../model.ts';
import type { Reason } from '../reasons.ts';

/** A time away within a made-up duty, by London's clock. */
export interface MadeUpAway {
  start: string;
  end: string;
  reason: Reason;
  orderedBy: OrderedBy;
  /** Key of an event, such as "carnival-2026". */
  event: string | null;
}

/** What a made-up officer did on a day. */
export interface MadeUpTime {
  /** Reference of the officer in the post book. */
  officer: string;
  boroughCode: string;
  wardCode: string;
  boundaryVersion: string;
  postClass: PostClass;
  /** London day on which it starts. */
  day: string;
  did:
    | { kind: 'leave'; minutes: number }
    | { kind: 'duty'; start: string; end: string; confirmed: boolean; away: readonly MadeUpAway[] };
}

/** Made-up times to be laid for a unit. */
export interface MadeUpTimes {
  unit: string;
  times: readonly MadeUpTime[];
  /** First day of which duties and absences are kept one by one; before it the ledger has an officer's months only, and leave. */
  inFullFrom: string;
}
