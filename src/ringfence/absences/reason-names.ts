import { REASONS, type Reason } from '../reasons.ts';

/** Every reason by name, for reading rows and forms. */
export const REASON_NAMES = REASONS.map(({ reason }) => reason) as [Reason, ...Reason[]];
