import { Refused, refuseIf } from '../../lib/refused.ts';
import { guarded, type Place } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { WardFloor } from '../strength/ward-kind.ts';
import { type Change, changeBook, lockSeats, mayWriteSeat, placeOfMember, placeOfSeat } from './change-book-service.ts';
import { coverProblem } from './cover-problem-service.ts';
import type { HeldPosting, Member, Seat } from './model.ts';
import { placeOfficer, type Wanted } from './place-officer-service.ts';
import { foundMember } from './post-officer-service.ts';
import { readPostingsOfOfficers, readSeats } from './postings-store.ts';
import { saveDays } from './save-days-service.ts';

/** An officer who goes elsewhere from a day. */
export interface Transfer {
  officer: number;
  /** First day on which they are no longer where they were. */
  from: string;
  to: { kind: 'post'; post: number; wanted: Wanted } | { kind: 'unit'; unit: string };
  /** What every ward is promised on a date. */
  floorOn: (date: string) => WardFloor;
}

const placeOfTransfer = (platform: Platform, { officer, from, to }: Transfer): Promise<Place> =>
  to.kind === 'post'
    ? placeOfSeat(platform, to.post)
    : placeOfMember(platform, officer, { module: 'postings', days: { from, until: null } });

/**
 * Ends everything an officer is posted to and posts them elsewhere, or lets them leave the unit, at once or not at all.
 * Postings that would begin on the day or later are taken out; the history keeps them.
 * @throws Refused, also where one of their postings is not the principal's to end, and where a ward that somebody is lent
 * out of would fall below its floor without them; StaleEdit where somebody was faster
 */
export const transferOfficer = guarded(
  { name: 'organisation.transfer-officer', module: 'postings', act: 'write', place: placeOfTransfer },
  (platform: Platform, { officer: id, from, to, floorOn }: Transfer): Promise<void> =>
    changeBook(platform, 'organisation.transfer-officer', async (change) => {
      const { trx } = change;
      const officer = await foundMember(change, id);
      const before = await postingsToEnd(change, id, from);
      const seats = await readSeats(
        trx,
        before.map(({ post }) => post),
      );
      const foreign = seats.find((seat) => !mayWriteSeat(platform, seat));
      if (foreign !== undefined) throw new Refused([notYours(officer, foreign)]);
      const wanted = to.kind === 'post' ? [to.post] : [];
      const locked = await lockSeats(trx, [...seats.map((seat) => seat.id), ...wanted]);
      const ended: Ended[] = [];
      for (const held of await postingsToEnd(change, id, from))
        ended.push({ held, seat: await endBefore(change, held, locked, from) });
      const keepsFloors = async () => {
        for (const each of ended) refuseIf([await leftProblem(change, each, { from, floorOn })]);
      };
      if (to.kind === 'unit') {
        const { unit, reference: number } = officer;
        const left = { reference: number, first_day: from, to_unit: to.unit };
        const reference = `officer ${number} leaves from ${from}`;
        await change.revise({ unit, kind: 'officers', reference, before: null, after: left });
        await keepsFloors();
        return { subject: number, detail: { from, toUnit: to.unit } };
      }
      const seat = locked.find((each) => each.id === to.post);
      if (seat === undefined)
        throw new Refused([{ field: null, sentence: 'There is no such post: look for another.' }]);
      await placeOfficer(change, officer, seat, to.wanted);
      await keepsFloors();
      return { subject: officer.reference, detail: { post: seat.reference, from } };
    }),
);

/** Everything that an officer is posted to on a day or later. */
async function postingsToEnd({ trx }: Change, officer: number, from: string): Promise<HeldPosting[]> {
  const postings = await readPostingsOfOfficers(trx, [officer]);
  return postings.filter(({ during }) => during.until === null || during.until > from);
}

async function endBefore(change: Change, held: HeldPosting, locked: readonly Seat[], from: string): Promise<Seat> {
  const seat = locked.find(({ id }) => id === held.post);
  // Somebody posted them elsewhere between the two readings: whoever transfers should see that first.
  if (seat === undefined)
    throw new Refused([
      {
        field: null,
        sentence: `${held.officer.name} was posted elsewhere at this moment: look at their postings again.`,
      },
    ]);
  const during = held.during.from < from ? { from: held.during.from, until: from } : null;
  await saveDays(change, { held, seat, version: held.version, during });
  return seat;
}

interface Ended {
  held: HeldPosting;
  seat: Seat;
}

/** Whether a ward that somebody is lent out of keeps its floor without the officer, who may have been posted to it anew. */
async function leftProblem(
  change: Change,
  { held, seat }: Ended,
  { from, floorOn }: Pick<Transfer, 'from' | 'floorOn'>,
) {
  const first = held.during.from;
  const during = { from: first, until: from > first ? from : first };
  const found = await coverProblem(change, { held, seat, during, floorOn });
  return found === null ? null : { ...found, field: 'from' };
}

function notYours({ name }: Member, { reference }: Seat) {
  const sentence = `${name} is posted to ${reference} too, which your role does not let you end: ask command, or an inspector of its borough.`;
  return { field: null, sentence };
}
