import { isBreach, OWN, type RulingRule } from '../policy/ruling-rule.ts';

/** What did not take place needed nobody. */
export const calledOffEventExemptsNothing: RulingRule = {
  name: 'called-off-event-exempts-nothing',
  sentence: 'An event that was called off exempts nothing: so Carnival of 2020 and of 2021.',
  source: OWN,
  rule({ event }, before) {
    if (before.ruling !== 'exception' || event === null || event.calledOff === null) return before;
    return isBreach(`${event.name} was called off.`);
  },
};
