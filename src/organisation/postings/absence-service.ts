import { type Problem, Refused, refuseIf } from '../../lib/refused.ts';
import { guarded, may, type Place } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import { inTransaction } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { NotFound } from '../../platform/web/index.ts';
import { longDate } from '../../ui/long-date.ts';
import type { Days } from '../post-book.ts';
import { changeBook, placeOfMember } from './change-book-service.ts';
import { dayOutside } from './day-outside.ts';
import { daysOf, overlap, sayDays, within } from './days.ts';
import type { HeldAbsence, Member } from './model.ts';
import { foundMember } from './post-officer-service.ts';
import {
  insertAbsence,
  readAbsence,
  readAbsences,
  readPostingsOfOfficers,
  readSeats,
  saveAbsenceDays,
} from './postings-store.ts';
import { absenceAsWritten, absenceReference } from './revision-of.ts';
import { touchedPlaces } from './touched-places.ts';

/** What is recorded of an absence. The reason is nobody's business here, and there is nowhere to put it. */
export interface AskedAbsence extends Pick<HeldAbsence, 'kind' | 'during'> {
  officer: number;
}

/**
 * Records that an officer is away for long, or on adjusted duties.
 * @throws Refused where the same is recorded for some of the days, and for days on which they are not posted where the
 * principal may write
 */
export const recordAbsence = guarded(
  {
    name: 'organisation.record-absence',
    module: 'duties',
    act: 'write',
    place: (platform: Platform, { officer, during }: AskedAbsence) =>
      placeOfMember(platform, officer, { module: 'duties', days: during }),
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
      refuseIf([await postedProblem(platform, trx, officer, during)]);
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
      if (!within(held.during, during)) {
        const problem = await postedProblem(platform, trx, officer, {
          ...during,
          from: held.during.until ?? during.from,
        });
        refuseIf([problem === null ? null : { ...problem, field: 'last' }]);
      }
      await saveAbsenceDays(trx, { id: absence, version }, during);
      const reference = absenceReference(officer.reference, held);
      const [before, after] = [held, { ...held, during }].map((row) => absenceAsWritten(row, officer.reference));
      await revise({ unit: officer.unit, kind: 'absences', reference, before: before ?? null, after: after ?? null });
      return { subject: officer.reference };
    }),
);

async function placeOfAbsence(platform: Platform, { absence }: SeenAbsence): Promise<Place> {
  const held = await inTransaction(platform, (trx) => readAbsence(trx, absence));
  return held === null ? {} : placeOfMember(platform, held.officer, { module: 'duties', days: held.during });
}

/**
 * Why days are not the principal's to say somebody is away on: on one of them the officer is posted nowhere where the
 * principal may write. Who writes for the unit may go on beyond the officer's last day, and no further.
 */
async function postedProblem(platform: Platform, trx: Records, officer: Member, during: Days): Promise<Problem | null> {
  const { principal } = platform;
  const writes = (place: Place) => may(principal, { module: 'duties', act: 'write', place });
  const postings = (await readPostingsOfOfficers(trx, [officer.id])).filter((held) => overlap(held.during, during));
  const seats = await readSeats(
    trx,
    postings.map(({ post }) => post),
  );
  const theirs = new Set(seats.filter((seat) => touchedPlaces(seat).some(writes)).map(({ id }) => id));
  const posted = postings.filter(({ post }) => theirs.has(post)).map((held) => held.during);
  if (writes({ unit: officer.unit }) && posted.length > 0) return null;
  const outside = dayOutside(during, posted);
  if (outside === null) return null;
  const sentence = `On ${longDate(outside)} ${officer.name} is posted nowhere where you may record it: choose days on which they are, with a last day.`;
  return { field: 'from', sentence };
}
