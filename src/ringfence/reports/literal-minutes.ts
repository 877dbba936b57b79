import type { LedgerTotal, PostClass } from '../model.ts';
import { SHIPPED_POLICIES } from '../policy/shipped-policies.ts';

const { policy } = SHIPPED_POLICIES['literal-2017'];

/**
 * Minutes of a total that would be a breach by the literal reading of 2017, whatever the policy in force ruled: only what has
 * been an exception by event and order stays one. A rest day given back follows the order that took it.
 * @param total minutes of one account and reason of a ledger
 */
export function literalMinutes(
  { account, reason, minutes }: Pick<LedgerTotal, 'account' | 'reason' | 'minutes'>,
  postClass: PostClass,
): number {
  const away = account === 'breach' || account === 'permitted' || account === 'exception' || account === 'unruled';
  if (!away || reason === '' || policy.classes[postClass] === 'aspiration') return 0;
  const ruling = policy.rulings[reason];
  if (ruling === 'kept' || ruling === 'permitted') return 0;
  const excepted = account === 'exception' && (ruling === 'exception' || reason === 'rest-day-given-back');
  return excepted ? 0 : minutes;
}
