import { PROMISE_2017, type RulingRule } from '../policy/ruling-rule.ts';

/** What was only hoped for cannot be broken. */
export const aspirationIsNotRuled: RulingRule = {
  name: 'aspiration-is-not-ruled',
  sentence: 'Of posts whose ring-fence is an aspiration, what would be a breach is not ruled.',
  source: PROMISE_2017,
  rule({ duty: { postClass }, policy: { policy } }, before) {
    if (before.ruling !== 'breach' || policy.classes[postClass] !== 'aspiration') return before;
    return {
      ...before,
      ruling: 'unruled',
      because: `The ring-fence of such posts is an aspiration: otherwise a breach. ${before.because}`,
    };
  },
};
