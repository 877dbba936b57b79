import { within } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import { insertAbsence, readAbsences, updateAbsence } from '../absences/absence-store.ts';
import { readAwayDuty } from '../absences/away-duty-store.ts';
import { insertStep, readSteps } from '../absences/step-store.ts';
import type { Absence, Duty } from '../model.ts';
import { attachmentId, isOfTheBook } from './attachment-id.ts';
import type { Writer } from './duty-store.ts';

/**
 * Records an officer as away for the whole of a duty: nobody called them away, the post book says so. One that a person
 * withdrew stays withdrawn; one that the book itself took back is recorded anew.
 */
export const attachByBook = within(
  'ringfence.attach-by-book',
  async (trx: Records, duty: Duty, { actor, at }: Writer): Promise<void> => {
    const before = (await readAbsences(trx, { duties: [duty.id] })).filter(({ id }) => isOfTheBook(id));
    for (const { id } of before) {
      const last = (await readSteps(trx, id)).at(-1);
      if (last?.because !== NO_LONGER) return;
    }
    const absence: Absence = {
      id: attachmentId(duty.id, before.length),
      duty: duty.id,
      officer: duty.officer,
      place: duty.place,
      day: duty.day,
      from: duty.during.from,
      to: duty.during.to,
      reason: 'attachment',
      event: null,
      order: null,
      covers: null,
      chargedTo: null,
      note: '',
      standing: 'recorded',
      synthetic: duty.synthetic,
      version: 1,
    };
    await insertAbsence(trx, absence);
    const because = 'The post book has the officer act up or attached elsewhere on this day.';
    const afterClose = (await readAwayDuty(trx, duty.id))?.closed ?? false;
    const step = { number: 1, step: 'recorded', because, afterClose, doneBy: actor, doneAt: at } as const;
    await insertStep(trx, { ...step, absence, endPresumed: false });
  },
);

const NO_LONGER = 'The post book no longer has the officer attached elsewhere on this day.';

/** Withdraws what the book alone had an officer away for, and nobody confirmed or corrected since. */
export const detachByBook = within(
  'ringfence.detach-by-book',
  async (trx: Records, absences: readonly Absence[], { actor, at }: Writer): Promise<void> => {
    for (const before of absences) {
      if (!isOfTheBook(before.id) || before.standing !== 'recorded' || before.version !== 1) continue;
      const absence: Absence = { ...before, standing: 'withdrawn', version: 2 };
      await updateAbsence(trx, absence);
      const step = { number: 2, step: 'withdrawn', because: NO_LONGER, afterClose: false } as const;
      await insertStep(trx, { ...step, absence, endPresumed: false, doneBy: actor, doneAt: at });
    }
  },
);
