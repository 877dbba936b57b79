import { OWN, type RulingRule } from '../policy/ruling-rule.ts';

/** Whoever is near answers an emergency. */
export const shortResponseIsKept: RulingRule = {
  name: 'short-response-is-kept',
  sentence:
    'An emergency response shorter than the policy’s minutes is kept; one after another without a minute between count as one.',
  source: OWN,
  rule({ away: { reason }, policy: { policy }, lastedMinutes }, before) {
    if (reason !== 'response') return before;
    if (lastedMinutes >= policy.shortResponseMinutes)
      return { ...before, because: `${before.because} ${notShort(lastedMinutes, policy.shortResponseMinutes)}`.trim() };
    return {
      ruling: 'kept',
      because: `It lasted ${lastedMinutes} minutes: an emergency response under ${policy.shortResponseMinutes} is kept.`,
      late: false,
    };
  },
};

/** Why it was not kept, which the time alone does not say. */
const notShort = (lasted: number, under: number): string =>
  under === 0 ? '' : `It lasted ${lasted} minutes; under ${under} is kept.`;
