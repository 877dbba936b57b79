import { isOn } from '../../lib/calendar/day-runs.ts';
import { Refused, refuseIf } from '../../lib/refused.ts';
import { guarded } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { NotFound } from '../../platform/web/index.ts';
import { longDate } from '../../ui/long-date.ts';
import type { WardFloor } from '../strength/ward-kind.ts';
import { type Change, changeBook, placeOfPosting } from './change-book-service.ts';
import { coverProblem } from './cover-problem-service.ts';
import { daysOf } from './days.ts';
import { daysProblem } from './days-problem.ts';
import { endRotation } from './end-rotation-service.ts';
import type { HeldPosting, Seat } from './model.ts';
import { neverAboveOne } from './place-officer-service.ts';
import { lockedSeat } from './post-officer-service.ts';
import { insertPosting, readPosting, readPostingsOfPosts } from './postings-store.ts';
import { postingAsWritten, postingReference } from './revision-of.ts';
import { saveDays } from './save-days-service.ts';
import { seatProblem } from './seat-problem.ts';

/** A posting as a form saw it. */
export interface SeenPosting {
  posting: number;
  version: number;
}

const placeOfSeen = (platform: Platform, { posting }: SeenPosting) => placeOfPosting(platform, posting);

/**
 * Ends a posting, or gives it another last day. Who is lent is back the day after.
 * @param asked.last    its last day; null: it goes on for good
 * @param asked.floorOn what every ward is promised on a date
 * @throws Refused where the day is before its first, it would outlast its post, or a ward somebody is lent out of would
 * fall below its floor; StaleEdit where somebody was faster
 */
export const endPosting = guarded(
  { name: 'organisation.end-posting', module: 'postings', act: 'write', place: placeOfSeen },
  (
    platform: Platform,
    { last, floorOn, ...seen }: SeenPosting & { last: string | null; floorOn: (date: string) => WardFloor },
  ): Promise<void> =>
    changeBook(platform, 'organisation.end-posting', async (change) => {
      const { held, seat } = await seenPosting(change, seen);
      if (last !== null && last < held.during.from)
        throw new Refused([
          {
            field: 'last',
            sentence: `The posting begins on ${longDate(held.during.from)}: choose that day or a later one.`,
          },
        ]);
      const during = daysOf(held.during.from, last);
      const others = (await readPostingsOfPosts(change.trx, [seat.id])).filter(({ id }) => id !== held.id);
      refuseIf([
        problemOf('last', daysProblem(seat, during)),
        problemOf('last', seatProblem(seat, others, { fraction: held.fraction, during })),
      ]);
      if (held.kind === 'rotation') await endRotation(change, { held, seat, version: seen.version, last });
      else await saveDays(change, { held, seat, version: seen.version, during });
      refuseIf([await coverProblem(change, { held, seat, during, floorOn })]);
      return { subject: held.officer.reference, detail: { post: seat.reference, last } };
    }),
);

/**
 * Changes the fraction of a posting from a day: it ends the day before, and goes on as another until its last.
 * @throws Refused; StaleEdit where somebody was faster
 */
export const changeFraction = guarded(
  { name: 'organisation.change-fraction', module: 'postings', act: 'write', place: placeOfSeen },
  (platform: Platform, asked: SeenPosting & { fraction: number; from: string }): Promise<void> =>
    changeBook(platform, 'organisation.change-fraction', async (change) => {
      const { fraction, from, version } = asked;
      const { held, seat } = await seenPosting(change, asked);
      if (!isOn(held.during, from))
        throw new Refused([{ field: 'from', sentence: 'Choose a day of the posting, from its first to its last.' }]);
      const before = from === held.during.from ? null : { from: held.during.from, until: from };
      await saveDays(change, { held, seat, version, during: before });
      await goOn(change, { ...held, fraction, during: { from, until: held.during.until } }, seat, 'fraction');
      return { subject: held.officer.reference, detail: { post: seat.reference, from } };
    }),
);

/**
 * Lets a posting go on as another row: of whatever rank its officer then is, and on days that were its own before.
 * @param field where a sentence stands that there is no room in the post any more
 */
export async function goOn({ trx, revise }: Change, held: HeldPosting, seat: Seat, field: string): Promise<void> {
  const others = await readPostingsOfPosts(trx, [seat.id]);
  refuseIf([problemOf(field, seatProblem(seat, others, held))]);
  const posting = { ...held, officer: held.officer.id };
  await neverAboveOne(held.officer, trx, () => insertPosting(trx, posting));
  const of = { officer: held.officer.reference, post: seat.reference };
  const reference = postingReference(of, held.during.from);
  await revise({ unit: seat.unit, kind: 'postings', reference, before: null, after: postingAsWritten(held, of) });
}

const problemOf = (field: string, sentence: string | null) => (sentence === null ? null : { field, sentence });

/** The posting with its post, which is locked. @throws NotFound when it was removed */
export async function seenPosting(
  change: Change,
  { posting }: SeenPosting,
): Promise<{ held: HeldPosting; seat: Seat }> {
  const before = await readPosting(change.trx, posting);
  if (before === null) throw new NotFound('This posting was removed meanwhile: look at the officer again.');
  const seat = await lockedSeat(change, before.post);
  // Read again: somebody may have changed it while the post was waited for.
  const held = await readPosting(change.trx, posting);
  if (held === null) throw new NotFound('This posting was removed meanwhile: look at the officer again.');
  return { held, seat };
}
