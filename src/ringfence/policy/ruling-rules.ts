import { aspirationIsNotRuled } from '../rules/aspiration-is-not-ruled.ts';
import { calledOffEventExemptsNothing } from '../rules/called-off-event-exempts-nothing.ts';
import { dutyStartsOnADayOfTheEvent } from '../rules/duty-starts-on-a-day-of-the-event.ts';
import { emergencyAuthorisedByRank } from '../rules/emergency-authorised-by-rank.ts';
import { emergencyEndsAtItsExpiry } from '../rules/emergency-ends-at-its-expiry.ts';
import { exceptionNeedsAnEvent } from '../rules/exception-needs-an-event.ts';
import { exceptionNeedsAnOrder } from '../rules/exception-needs-an-order.ts';
import { lateAuthorisationIsMarked } from '../rules/late-authorisation-is-marked.ts';
import { policyRulesTheReason } from '../rules/policy-rules-the-reason.ts';
import { restDayFollowsItsOrder } from '../rules/rest-day-follows-its-order.ts';
import { shortResponseIsKept } from '../rules/short-response-is-kept.ts';
import { wardWorkIsKept } from '../rules/ward-work-is-kept.ts';
import type { RulingRule } from './ruling-rule.ts';

/** Every rule of the ring-fence, in the order in which they rule: each is given the verdict of those before. */
export const RULING_RULES: readonly RulingRule[] = [
  policyRulesTheReason,
  wardWorkIsKept,
  shortResponseIsKept,
  exceptionNeedsAnEvent,
  exceptionNeedsAnOrder,
  calledOffEventExemptsNothing,
  dutyStartsOnADayOfTheEvent,
  emergencyAuthorisedByRank,
  emergencyEndsAtItsExpiry,
  lateAuthorisationIsMarked,
  aspirationIsNotRuled,
  restDayFollowsItsOrder,
];
