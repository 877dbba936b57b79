import { isAtLeast } from '../calendar/authorising-ranks.ts';
import { isBreach, OWN, type RulingRule } from '../policy/ruling-rule.ts';

/** Not everybody may say that it is a major emergency. */
export const emergencyAuthorisedByRank: RulingRule = {
  name: 'emergency-authorised-by-rank',
  sentence: 'A major emergency is authorised by somebody of the policy’s rank or above.',
  source: OWN,
  rule({ event, policy: { policy } }, before) {
    if (before.ruling !== 'exception' || event === null || event.kind !== 'major-emergency') return before;
    if (event.authorised === null) return isBreach(`Nobody authorised ${event.name}.`);
    const { rank } = event.authorised;
    if (isAtLeast(rank, policy.emergencyRank)) return before;
    return isBreach(`${event.name} was authorised by the rank of ${rank}: it needs ${policy.emergencyRank} or above.`);
  },
};
