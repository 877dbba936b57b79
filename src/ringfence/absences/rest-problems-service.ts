import type { Problem } from '../../lib/refused.ts';
import { within } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Absence } from '../model.ts';
import { placesNumbered } from '../places/place-service.ts';
import { readAbsence } from './absence-store.ts';
import { readAwayDuty } from './away-duty-store.ts';

/** What an absence must say besides its reason, and does not: which ward was covered, or what took a rest day. */
export const restProblems = within(
  'ringfence.rest-problems',
  async (trx: Records, absence: Absence): Promise<Problem[]> => {
    const found = [
      absence.reason === 'cover-ward' ? await coverProblem(trx, absence) : onlyFor('covers', absence.covers),
      absence.reason === 'rest-day-given-back'
        ? await chargeProblem(trx, absence)
        : onlyFor('chargedTo', absence.chargedTo),
      absence.reason === 'other' && absence.note === ''
        ? { field: 'note', sentence: 'Say in the note what it was for, or choose one of the reasons.' }
        : null,
      absence.note.length > 500 ? { field: 'note', sentence: 'Make the note 500 characters or shorter.' } : null,
      absence.event !== null && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(absence.event)
        ? { field: 'event', sentence: 'Choose an event of the calendar, or none.' }
        : null,
    ];
    return found.filter((problem) => problem !== null);
  },
);

function onlyFor(field: 'covers' | 'chargedTo', given: unknown): Problem | null {
  if (given === null) return null;
  const sentence =
    field === 'covers'
      ? 'Choose “Covering another ward” as the reason, or leave the ward out.'
      : 'Choose “Rest day given back” as the reason, or leave out what it is charged to.';
  return { field, sentence };
}

async function coverProblem(trx: Records, { covers, place }: Absence): Promise<Problem | null> {
  const field = 'covers';
  if (covers === null) return { field, sentence: 'Say which ward was covered.' };
  if (covers === place)
    return { field, sentence: 'Choose another ward than the officer’s own: work there is no absence.' };
  const [own, covered] = [await placesNumbered(trx, [place]), await placesNumbered(trx, [covers])];
  if (covered[0]?.unit === own[0]?.unit && covered[0] !== undefined) return null;
  return { field, sentence: 'Choose a ward of the unit: work outside it is aid elsewhere in the force.' };
}

async function chargeProblem(trx: Records, { chargedTo, officer, id }: Absence): Promise<Problem | null> {
  const field = 'chargedTo';
  if (chargedTo === null) return { field, sentence: 'Say which absence or duty took the rest day that is given back.' };
  if (chargedTo.startsWith('duty:')) {
    const duty = await readAwayDuty(trx, Number(chargedTo.slice(5)));
    if (duty?.officer === officer && duty.kind === 'rest-day') return null;
    return { field, sentence: 'Choose a duty that this officer worked on a rest day.' };
  }
  const absence = await readAbsence(trx, chargedTo);
  if (absence === null || absence.officer !== officer || absence.id === id || absence.standing === 'withdrawn')
    return { field, sentence: 'Choose an absence of this officer that was not withdrawn.' };
  if (absence.reason === 'rest-day-given-back')
    return { field, sentence: 'Choose the absence whose order took the rest day, not another rest day given back.' };
  return null;
}
