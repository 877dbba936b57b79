import type { Alert, AlertQuestion, AlertRule } from './alert.ts';
import { belowPlannedCover } from './below-planned-cover.ts';
import { breachToCome } from './breach-to-come.ts';
import { exceptionWithoutOrder } from './exception-without-order.ts';
import { lateAuthorisationToCome } from './late-authorisation-to-come.ts';
import { pastTheRate } from './past-the-rate.ts';

/** Every rule, what needs somebody now first. One file each. */
export const ALERT_RULES: readonly AlertRule[] = [
  belowPlannedCover,
  breachToCome,
  lateAuthorisationToCome,
  exceptionWithoutOrder,
  pastTheRate,
];

/** What somebody should know of a ward now, by every rule, each sentence once. */
export function findAlerts(question: AlertQuestion): Alert[] {
  const found = ALERT_RULES.flatMap((rule) => rule.find(question));
  return found.filter(
    ({ rule, sentence }, index) =>
      found.findIndex((each) => each.rule === rule && each.sentence === sentence) === index,
  );
}
