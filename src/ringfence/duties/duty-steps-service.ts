import { Refused, refuseIf } from '../../lib/refused.ts';
import { within } from '../../platform/access/index.ts';
import { type Records, StatementError } from '../../platform/database/index.ts';
import { saySpan } from '../../ui/say-span.ts';
import { readAbsences } from '../absences/absence-store.ts';
import { OWN_ORDER } from '../absences/say-absence.ts';
import { readOwnOrders } from '../absences/step-store.ts';
import type { Duty, TimeSpan } from '../model.ts';
import { absenceInTheWay, type InTheWay } from './absence-in-the-way.ts';
import { attachByBook } from './attach-by-book-service.ts';
import { deleteDuty, insertDuty, insertRevision, type NewDuty, updateDuty, type Writer } from './duty-store.ts';

/** A duty to be booked, with what is said of it. */
export interface Booked {
  duty: NewDuty;
  /** The officer's, for a sentence. */
  name: string;
  /** Acting up or attached elsewhere for a short time: the whole duty is recorded as away. */
  attached: boolean;
  because: string;
}

/**
 * Books a duty inside the transaction of a service or an import, which then has the ledger say so: enterDuty.
 * @throws DoubleBooked in one sentence when it overlaps another of the officer; the transaction goes on
 */
export const bookDuty = within(
  'ringfence.book-duty',
  async (trx: Records, { duty, name, attached, because }: Booked, by: Writer): Promise<Duty> => {
    const booked = await insertDuty(trx, duty, name, by);
    await insertRevision(trx, { kind: 'duty', row: booked, before: null, after: booked, because }, by);
    if (attached && booked.kind === 'ward') await attachByBook(trx, booked, by);
    return booked;
  },
);

/**
 * Gives a duty another time on its day, and keeps what it was; the ledger is not told yet: enterDuty.
 * @throws Refused when an absence would lie outside, or one that whoever acts ordered would last for another time; DoubleBooked when it would overlap another; StaleEdit
 */
export const moveDuty = within(
  'ringfence.move-duty',
  async (
    trx: Records,
    { duty, during, name, because }: { duty: Duty; during: TimeSpan; name: string; because: string },
    by: Writer,
  ): Promise<Duty> => {
    const absences = await readAbsences(trx, { duties: [duty.id] });
    const ids = absences.map(({ id }) => id);
    const ownOrders = await readOwnOrders(trx, ids);
    const found = absenceInTheWay({ before: duty.during, after: during, absences, ownOrders });
    refuseIf([found === null ? null : { field: found.kind === 'own-order' ? null : 'start', sentence: sayIn(found) }]);
    return keepChange(trx, { before: duty, after: { ...duty, during }, name, because }, by);
  },
);

function sayIn({ kind, away }: InTheWay): string {
  if (kind === 'own-order') return OWN_ORDER;
  return kind === 'outside'
    ? `An absence ${saySpan(away)} would lie outside the duty: correct that first.`
    : `An absence that counts ${saySpan(away)}, to the end of the duty, has no end yet: record when they were back or correct it first.`;
}

/** Says of a duty who confirms that it was worked; the ledger is not told yet: enterDuty. @throws StaleEdit */
export const markConfirmed = within(
  'ringfence.mark-confirmed',
  (
    trx: Records,
    { duty, confirmed, name }: { duty: Duty; confirmed: Duty['confirmed']; name: string },
    by: Writer,
  ): Promise<Duty> => keepChange(trx, { before: duty, after: { ...duty, confirmed }, name, because: '' }, by),
);

/**
 * Takes a duty away that no absence was recorded of, and keeps what it was; the ledger is not told yet: enterDuty.
 * @throws Refused when absences were recorded of it; StaleEdit
 */
export const dropDuty = within(
  'ringfence.drop-duty',
  async (trx: Records, { duty, because }: { duty: Duty; because: string }, by: Writer): Promise<void> => {
    const recorded = await readAbsences(trx, { duties: [duty.id] });
    const charged = await readAbsences(trx, { chargedTo: { duty: duty.id } });
    const stays = 'Absences were recorded of this duty and stay on record: change its times instead.';
    refuseIf([recorded.length > 0 ? { field: null, sentence: stays } : null, charged.length > 0 ? GIVEN_BACK : null]);
    await insertRevision(trx, { kind: 'duty', row: duty, before: duty, after: null, because }, by);
    try {
      await deleteDuty(trx, duty);
    } catch (error) {
      // By an absence of a ward that whoever acts sees nothing of.
      throw error instanceof StatementError && error.code === REFERRED_TO ? new Refused([GIVEN_BACK]) : error;
    }
  },
);

const GIVEN_BACK = { field: null, sentence: 'A rest day was given back for this duty: take that back first.' };
/** SQLSTATE foreign_key_violation. */
const REFERRED_TO = '23503';

async function keepChange(
  trx: Records,
  { before, after, name, because }: { before: Duty; after: Duty; name: string; because: string },
  by: Writer,
): Promise<Duty> {
  const changed = await updateDuty(trx, after, name, by);
  await insertRevision(trx, { kind: 'duty', row: before, before, after: changed, because }, by);
  return changed;
}
