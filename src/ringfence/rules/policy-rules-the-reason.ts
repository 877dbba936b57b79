import { OWN, type RulingRule } from '../policy/ruling-rule.ts';
import { REASONS } from '../reasons.ts';

/** A reason counts as the policy of the day says. */
export const policyRulesTheReason: RulingRule = {
  name: 'policy-rules-the-reason',
  sentence: 'An absence counts as the policy in force on the day that its duty starts rules its reason, for ever.',
  source: OWN,
  rule({ away: { reason }, policy: { policy } }, before) {
    const title = REASONS.find((each) => each.reason === reason)?.title ?? reason;
    const ruling = policy.rulings[reason];
    const said = { kept: 'kept', exception: 'an exception', permitted: 'permitted', breach: 'a breach' }[ruling];
    return { ...before, ruling, because: `${title} is ${said} by the policy “${policy.title}”.` };
  },
};
