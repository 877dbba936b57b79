import { Refused } from '../../lib/refused.ts';
import { StatementError } from '../../platform/database/index.ts';

/** What the records hold against a write that the service had let pass: somebody came before, or their clock is further. */
const SENTENCES: Record<string, string> = {
  charter_name_key: 'A charter of this name is there already: give this one another name, or amend that one.',
  signature_pkey: 'This organisation has signed already: nothing more is needed from it.',
  signed_by_another_person: 'You have signed this charter for another organisation: somebody else signs for this one.',
  signed_before_the_start:
    'The pilot has started by the clock of the records, and a charter is signed before: agree a later start, and enter that.',
  what_stands_is_signed: 'The charter was changed since you saw it: read it again, then sign.',
  worded_in_order: 'Somebody changed the charter at this very moment: read it again, then change it.',
  wording_pkey: 'Somebody changed the charter at this very moment: read it again, then change it.',
  amended_once_signed: 'Somebody signed the charter at this very moment: a change is an amendment now.',
  all_concerned_sign:
    'Name the police once, and the council of every treated borough with its code: each of them signs a prospective charter.',
  nobody_is_left_out: 'Whoever was to sign signs an amendment too, as what they were: name them as they stand.',
  no_start_is_moved_back:
    'An amendment moves no start to before the month in which it is written: leave it as it was signed, or name a later month.',
  wording_of_the_charter:
    'The records take a wording of every part, under the name, kind and unit that it was entered with: check it with "wardroom evaluation charter check".',
  decided_after_a_look: 'A decision comes after a look that was taken: record the look first.',
  looked_as_agreed: 'The charter that is in force has no such look: take it of an outcome and a month that it names.',
  months_that_were: 'The month of this look is not over: take it afterwards.',
};

/** Runs a write, and says in a sentence what the records refuse. @throws Refused */
export async function inWords<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    const sentence = error instanceof StatementError ? SENTENCES[error.constraint ?? ''] : undefined;
    if (sentence === undefined) throw error;
    throw new Refused([{ field: null, sentence }]);
  }
}
