import { OWN, type RulingRule } from '../policy/ruling-rule.ts';

/** A rest day given back is the rest of what took it. */
export const restDayFollowsItsOrder: RulingRule = {
  name: 'rest-day-follows-its-order',
  sentence:
    'A rest day given back is charged to the order that took it, and ruled as that was by the policy of its own day.',
  source: OWN,
  rule({ away: { reason }, charged }, before) {
    if (reason !== 'rest-day-given-back' || charged === null) return before;
    return { ...charged, because: `It is charged to the order that took the rest day. ${charged.because}` };
  },
};
