import type { Reason } from '../../reasons.ts';

/** Whether a reason is one of the named events, which alone can be exceptions. */
export const isEventReason = (reason: Reason): boolean => reason === 'event' || reason === 'major-emergency';
