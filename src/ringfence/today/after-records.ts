import type { AbsenceToday, DutyToday, PhoneRecord } from './model.ts';
import { isOfTheLine } from './usual-order.ts';

/**
 * A duty as it stands once what waits on the phone has arrived: a time away begins and ends as it was recorded, whichever
 * of the two comes first, and what the server knows already is not counted again.
 */
export function afterRecords(duty: DutyToday, records: readonly PhoneRecord[]): DutyToday {
  const own = records.filter((record) => record.duty === duty.duty);
  const begun = own
    .filter(({ kind, absence }) => kind === 'away' && !duty.absences.some(({ id }) => id === absence))
    .map(begunBy);
  const ends = new Map(own.filter(({ kind }) => kind === 'back').map(({ absence, at }) => [absence, at]));
  const absences = [...duty.absences, ...begun]
    .map((absence) => ({ ...absence, to: absence.to ?? ends.get(absence.id) ?? null }))
    .toSorted((a, b) => a.from.localeCompare(b.from));
  const last = own.findLast(({ orderedBy }) => orderedBy !== undefined && isOfTheLine(orderedBy))?.orderedBy;
  return { ...duty, absences, orderedBy: last ?? duty.orderedBy };
}

const begunBy = ({ absence, at, reason = 'other', event, orderedBy }: PhoneRecord): AbsenceToday => ({
  ...{ id: absence, from: at, to: null, reason },
  ...{ event: event ?? null, orderedBy: orderedBy ?? null },
});

/** The time away that has not ended; null while they are on the ward. */
export const awayNow = ({ absences }: Pick<DutyToday, 'absences'>): AbsenceToday | null =>
  absences.findLast(({ to }) => to === null) ?? null;
