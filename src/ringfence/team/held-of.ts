import type { OrderedBy } from '../model.ts';
import type { Reason } from '../reasons.ts';
import { sayOrderedBy } from './say-ordered-by.ts';
import { sayReason } from './say-reason.ts';
import { sayAt } from './say-times.ts';
import type { HeldRecord } from './team-view.ts';

/** What a phone sent that was not recorded as it came. */
interface SentAndKept {
  id: string;
  outcome: 'waiting' | 'held';
  said: string;
  /** null where it cannot be read. */
  record: { kind: 'away' | 'back'; reason?: Reason; orderedBy?: OrderedBy } | null;
  at: Date | null;
  receivedAt: Date;
}

/** What the line sees of it: what the phone says, what its officer was told, and where it is put right; none for whom one may not see. */
export function heldOf(kept: SentAndKept, name: string | undefined, now: Date): HeldRecord[] {
  if (name === undefined) return [];
  const { id, outcome, said, at, receivedAt } = kept;
  const todo =
    outcome === 'waiting'
      ? 'It waits for another record of the same phone: settle it by hand if that never comes.'
      : 'Record what took place by hand, then settle it.';
  return [
    {
      id,
      name,
      at: at ?? receivedAt,
      said: `${sayRecord(kept, now)} Its officer was told: “${said}” ${todo}`,
      settle: `/ringfence/team/held/${id}`,
    },
  ];
}

function sayRecord({ record, at, receivedAt }: SentAndKept, now: Date): string {
  if (record === null || at === null) return `It came at ${sayAt(receivedAt, now)} and cannot be read.`;
  if (record.kind === 'back') return `It says: back at ${sayAt(at, now)}.`;
  const reason = record.reason === undefined ? '' : ` as ${sayReason(record.reason)}`;
  const order = record.orderedBy === undefined ? '' : `, ordered by ${sayOrderedBy(record.orderedBy)}`;
  return `It says: called away at ${sayAt(at, now)}${reason}${order}.`;
}
