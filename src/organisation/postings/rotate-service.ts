import { isOn } from '../../lib/calendar/day-runs.ts';
import { nextDay } from '../../lib/calendar/london-span.ts';
import { Refused, refuseIf } from '../../lib/refused.ts';
import { guarded } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { NotFound } from '../../platform/web/index.ts';
import { longDate } from '../../ui/long-date.ts';
import type { WardFloor } from '../strength/ward-kind.ts';
import { type Change, changeBook, lockSeats, placeOfPosting } from './change-book-service.ts';
import { goOn, type SeenPosting } from './change-posting-service.ts';
import { floorProblem } from './cover-problem-service.ts';
import type { HeldPosting, Member, Seat } from './model.ts';
import { pausePosting } from './pause-posting.ts';
import { placeOfficer } from './place-officer-service.ts';
import { foundMember } from './post-officer-service.ts';
import { readMemberCalled, readPosting } from './postings-store.ts';
import { saveDays } from './save-days-service.ts';

/** An officer who is lent to another post for some days. */
export interface Rotation extends SeenPosting {
  /** Key of the post they are lent to. */
  post: number;
  from: string;
  /** Last day there; the posting they leave goes on the next. */
  returnsOn: string;
  /** Number of the officer who takes their post meanwhile; null where nobody does. */
  cover: string | null;
  /** What every ward is promised on a date. */
  floorOn: (date: string) => WardFloor;
}

/**
 * Lends an officer to another post until a day: the posting they hold pauses and goes on the day after. Who covers is
 * posted to their post meanwhile.
 * @throws Refused where the ward they leave would fall below its floor, and where a posting of either is not possible;
 * StaleEdit where somebody was faster
 */
export const rotateOfficer = guarded(
  {
    name: 'organisation.rotate-officer',
    module: 'postings',
    act: 'write',
    place: (platform: Platform, { posting }: Rotation) => placeOfPosting(platform, posting),
  },
  (platform: Platform, rotation: Rotation): Promise<void> =>
    changeBook(platform, 'organisation.rotate-officer', async (change) => {
      const { from, returnsOn } = rotation;
      const { held, home, seat } = await postsOf(change, rotation);
      refuseIf(daysOfRotation(held, rotation));
      const lent = { from, until: nextDay(returnsOn) };
      const officer = await foundMember(change, held.officer.id);
      const cover = await coverOf(change, officer, rotation.cover);
      await pauseHome(change, { held, home, version: rotation.version, lent });
      const wanted = { fraction: held.fraction, during: lent, fromUnit: null };
      await placeOfficer(change, officer, seat, { ...wanted, kind: 'rotation', returnsOn });
      if (cover !== null) await placeCover(change, cover, home, { ...wanted, kind: 'posting', returnsOn: null });
      refuseIf([await floorProblem(change, { held, home, lent, floorOn: rotation.floorOn })]);
      return { subject: officer.reference, detail: { from: home.reference, to: seat.reference, returnsOn } };
    }),
);

async function postsOf(change: Change, { posting, post }: Rotation) {
  const before = await readPosting(change.trx, posting);
  if (before === null) throw new NotFound('This posting was removed meanwhile: look at the officer again.');
  const locked = await lockSeats(change.trx, [before.post, post]);
  const held = await readPosting(change.trx, posting);
  const [home, seat] = [before.post, post].map((key) => locked.find(({ id }) => id === key));
  if (held === null || home === undefined || seat === undefined)
    throw new NotFound('This posting was removed meanwhile: look at the officer again.');
  if (home.id === seat.id)
    throw new Refused([{ field: null, sentence: 'They are in this post already: choose another.' }]);
  return { held, home, seat };
}

function daysOfRotation({ during }: HeldPosting, { from, returnsOn }: Rotation) {
  return [
    isOn(during, from)
      ? null
      : { field: 'from', sentence: 'Choose a day of the posting they leave, from its first to its last.' },
    returnsOn >= from
      ? null
      : { field: 'returns', sentence: `They are lent from ${longDate(from)}: choose that day or a later one.` },
  ];
}

async function coverOf(change: Change, officer: Member, number: string | null): Promise<Member | null> {
  if (number === null) return null;
  const cover = await readMemberCalled(change.trx, officer.unit, number);
  const about = (sentence: string) => new Refused([{ field: 'cover', sentence }]);
  if (cover === null) throw about(`No officer you may see has the number ${number}: check it, or leave it empty.`);
  if (cover.id === officer.id) throw about('Who is lent cannot cover for themselves: name somebody else.');
  return cover;
}

/** Sentences about the one who covers stand beside their number. */
async function placeCover(change: Change, cover: Member, home: Seat, wanted: Parameters<typeof placeOfficer>[3]) {
  try {
    await placeOfficer(change, cover, home, wanted);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new Refused(error.problems.map(({ sentence }) => ({ field: 'cover', sentence })));
  }
}

async function pauseHome(
  change: Change,
  paused: { held: HeldPosting; home: Seat; version: number; lent: { from: string; until: string } },
): Promise<void> {
  const { held, home, version, lent } = paused;
  const { before, after } = pausePosting(held.during, lent);
  await saveDays(change, { held, seat: home, version, during: before });
  if (after !== null) await goOn(change, { ...held, during: after }, home, 'returns');
}
