import type { Month } from '../../lib/calendar/month.ts';
import type { OutcomeRole, State } from '../model.ts';

/** What is known at a look. */
export interface StandingAtLook {
  role: OutcomeRole;
  /** Whether it is the last one planned. */
  last: boolean;
  /** The look at which harm, and benefit, was called: this one or one before; null where it was not. */
  harmCalled: Month | null;
  benefitCalled: Month | null;
  /** Whether the smallest improvement worth having is no longer plausible. */
  futile: boolean;
}

/**
 * What is to be done by the stop rule: what is called stays called, harm wins over benefit, and at the last look, or where
 * the improvement sought is no longer plausible, what was not called cannot be told. No boundary is set for context.
 */
export function stateAtLook({ role, last, harmCalled, benefitCalled, futile }: StandingAtLook): State {
  if (role === 'context') return last ? 'cannot tell' : 'continue';
  if (harmCalled !== null) return 'harm boundary crossed';
  if (benefitCalled !== null) return 'benefit shown';
  return last || futile ? 'cannot tell' : 'continue';
}
