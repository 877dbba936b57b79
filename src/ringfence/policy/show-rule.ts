import { dayBefore } from '../../lib/calendar/day-runs.ts';
import { londonTime } from '../../lib/calendar/london-time.ts';
import { longDate } from '../../ui/long-date.ts';
import { sayWho } from '../../ui/say-who.ts';
import type { PolicyInForce } from '../model.ts';
import { policyChanges } from './policy-changes.ts';
import { policyOn } from './policy-on.ts';
import type { RuleShown } from './rule-shown.ts';

type Kept = PolicyInForce & { id: number; proposedBy: string; proposedAt: Date };

interface Rule extends Omit<RuleShown, 'adopted' | 'waiting'> {
  adopted: readonly Kept[];
  waiting: readonly Kept[];
  actor: string;
  names: ReadonlyMap<string, string>;
}

/** Puts a rule into the words of its page. The public reads who decided as "the unit's command", colleagues by name. */
export function showRule({ actor, names, adopted, waiting, ...rule }: Rule): RuleShown {
  const who = (identity: string) => (names.has(identity) ? sayWho(identity, names) : 'the unit’s command');
  const on = (at: Date) => longDate(londonTime(at).date);
  return {
    ...rule,
    adopted: adopted.map((each) => ({
      ...each,
      key: String(each.id),
      adopted: each.adoptedAt === null ? '' : `${on(each.adoptedAt)}, by ${who(each.adoptedBy ?? '')}`,
    })),
    waiting: waiting.map(({ id, version, policy, inForceFrom, because, proposedBy, proposedAt }) => ({
      ...{ id, version, title: policy.title, inForceFrom, because, own: proposedBy === actor },
      proposed: `Proposed by ${who(proposedBy)} on ${on(proposedAt)}`,
      changes: policyChanges(policyOn(adopted, dayBefore(inForceFrom)).policy, policy),
    })),
  };
}
