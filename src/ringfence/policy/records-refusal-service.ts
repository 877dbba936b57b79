import { Refused } from '../../lib/refused.ts';
import { StatementError } from '../../platform/database/index.ts';

/** What the records hold against a write of the rule or the calendar: somebody came before, or their clock is further. */
const SENTENCES: Record<string, string> = {
  policy_unit_version_key: 'Somebody else proposed one at this moment: send it again.',
  no_policy_reaches_back: 'A policy is in force from a day that has not begun: choose a day after today.',
  adopted_once: 'It was adopted or declined already: propose another policy.',
  adopted_by_another:
    'A policy is adopted by somebody else than who proposed it: ask a colleague of command to read it.',
  event_unit_key_key: 'The calendar has an entry of this name and day already: open it again.',
  called_off_once: 'It was called off already: open the calendar again.',
};
const NOT_THEIRS = 'This unit’s calendar is not yours to write in: ask its inspector or its command.';

/** Runs a write, and says in a sentence what the records refuse. @throws Refused */
export async function inWords<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof StatementError)) throw error;
    const sentence = error.code === '42501' ? NOT_THEIRS : SENTENCES[error.constraint];
    if (sentence === undefined) throw error;
    throw new Refused([{ field: null, sentence }]);
  }
}
