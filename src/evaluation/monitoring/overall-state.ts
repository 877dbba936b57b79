import type { OutcomeRole, State } from '../model.ts';

const FIRST: readonly State[] = ['harm boundary crossed', 'benefit shown', 'continue', 'cannot tell'];

/**
 * What several outcomes come to: harm on any wins over benefit on any, that over one that goes on, that over none that can
 * be told. Context outcomes are shown and do not count.
 */
export function overallState(outcomes: readonly { role: OutcomeRole; state: State }[]): State {
  const states = outcomes.filter(({ role }) => role !== 'context').map(({ state }) => state);
  return FIRST.find((state) => states.includes(state)) ?? 'cannot tell';
}
