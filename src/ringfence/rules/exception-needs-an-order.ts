import { isBreach, OWN, type RulingRule } from '../policy/ruling-rule.ts';

/** Nobody is exempt by going there. */
export const exceptionNeedsAnOrder: RulingRule = {
  name: 'exception-needs-an-order',
  sentence: 'An exception was ordered by somebody: it is known who gave the order.',
  source: OWN,
  rule({ away: { order } }, before) {
    if (before.ruling !== 'exception' || (order !== null && order.by !== 'nobody')) return before;
    return isBreach('Nobody ordered it: an exception needs the event and the order.');
  },
};
