import { withinSentence } from '../../ui/within-sentence.ts';
import { REASONS, type Reason } from '../reasons.ts';

/** Reasons that begin with a name, which keeps its capital. */
const NAMES: readonly Reason[] = ['event', 'union'];

/** What an officer is away for, as pages say it at the beginning of a line. */
export const sayReason = (reason: Reason): string => REASONS.find((each) => each.reason === reason)?.title ?? reason;

/** The same after other words: "away for emergency response". */
export function sayReasonWithin(reason: Reason): string {
  const title = sayReason(reason);
  return NAMES.includes(reason) ? title : withinSentence(title);
}
