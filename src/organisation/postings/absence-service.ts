import { guarded, type Place } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { NotFound } from '../../platform/web/index.ts';
import { longDate } from '../../ui/long-date.ts';
import { changeBook, inTransaction, placeOfMember } from './change-book-service.ts';
import { daysOf, overlap, sayDays } from './days.ts';
import type { HeldAbsence } from './model.ts';
import { foundMember } from './post-officer-service.ts';
import { insertAbsence, readAbsence, readAbsences, saveAbsenceDays } from './postings-store.ts';
import { Refused } from './refused.ts';
import { absenceAsWritten, absenceReference } from './revision-of.ts';

/** What is recorded of an absence. The reason is nobody's business here, and there is nowhere to put it. */
export interface AskedAbsence extends Pick<HeldAbsence, 'kind' | 'during'> {
  officer: number;
}

/**
 * Records that an officer is away for long, or on adjusted duties.
 * @throws Refused where the same is recorded for some of the days
 */
export const recordAbsence = guarded(
  {
    name: 'organisation.record-absence',
    module: 'duties',
    act: 'write',
    place: (platform: Platform, { officer }: AskedAbsence) => placeOfMember(platform, officer, 'duties'),
  },
  (platform: Platform, { officer: id, kind, during }: AskedAbsence): Promise<void> =>
    changeBook(platform, 'organisation.record-absence', async ({ trx, revise }) => {
      const officer = await foundMember({ trx }, id);
      const held = await readAbsences(trx, [id]);
      const clash = held.find((absence) => absence.kind === kind && overlap(absence.during, during));
      if (clash !== undefined)
        throw new Refused([
          {
            field: 'from',
            sentence: `This is recorded ${sayDays(clash.during)} already: choose days outside, or end that first.`,
          },
        ]);
      await insertAbsence(trx, { officer: id, kind, during });
      const reference = absenceReference(officer.reference, { kind, during });
      const after = absenceAsWritten({ kind, during }, officer.reference);
      await revise({ unit: officer.unit, kind: 'absences', reference, before: null, after });
      return { subject: officer.reference };
    }),
);

/** An absence as a form saw it. */
export interface SeenAbsence {
  absence: number;
  version: number;
}

/**
 * Ends an absence, or gives it another last day.
 * @throws Refused where the day is before its first; StaleEdit where somebody was faster
 */
export const endAbsence = guarded(
  { name: 'organisation.end-absence', module: 'duties', act: 'write', place: placeOfAbsence },
  (platform: Platform, { absence, version, last }: SeenAbsence & { last: string | null }): Promise<void> =>
    changeBook(platform, 'organisation.end-absence', async ({ trx, revise }) => {
      const held = await readAbsence(trx, absence);
      if (held === null) throw new NotFound('This was removed meanwhile: look at the officer again.');
      const officer = await foundMember({ trx }, held.officer);
      if (last !== null && last < held.during.from)
        throw new Refused([
          { field: 'last', sentence: `It begins on ${longDate(held.during.from)}: choose that day or a later one.` },
        ]);
      const during = daysOf(held.during.from, last);
      await saveAbsenceDays(trx, { id: absence, version }, during);
      const reference = absenceReference(officer.reference, held);
      const [before, after] = [held, { ...held, during }].map((row) => absenceAsWritten(row, officer.reference));
      await revise({ unit: officer.unit, kind: 'absences', reference, before: before ?? null, after: after ?? null });
      return { subject: officer.reference };
    }),
);

async function placeOfAbsence(platform: Platform, { absence }: SeenAbsence): Promise<Place> {
  const held = await inTransaction(platform, (trx) => readAbsence(trx, absence));
  return held === null ? {} : placeOfMember(platform, held.officer, 'duties');
}
