import { type Problem, Refused } from '../../lib/refused.ts';
import { may, NotAllowed, type Place } from '../../platform/access/index.ts';
import { type Json, recordAudit } from '../../platform/audit/index.ts';
import { inTransaction, type Records, StatementError } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Days } from '../post-book.ts';
import { overlap } from './days.ts';
import type { Seat } from './model.ts';
import {
  insertRevision,
  lockSeatRows,
  type Revision,
  readMember,
  readPosting,
  readPostingsOfOfficers,
  readSeats,
  shareBook,
} from './postings-store.ts';
import { touchedPlaces } from './touched-places.ts';

/** What one change of the book works with. */
export interface Change {
  trx: Records;
  /** Keeps a row as it was before and after. */
  revise(revision: Revision): Promise<void>;
}

/** What the audit says of a change. */
export interface Told {
  /** What it was done to, by its own number or reference. */
  subject: string;
  detail?: Json;
}

/** What the records refuse when two people write the same thing at once, in the form's words. */
const SAID: Readonly<Record<string, Problem>> = {
  officer_unit_reference_key: {
    field: 'number',
    sentence: 'An officer with this number is in the book already: look for them, or check the number.',
  },
  post_unit_reference_key: {
    field: 'reference',
    sentence: 'A post with this reference is in the book already: choose another reference.',
  },
  posting_once: {
    field: 'from',
    sentence: 'They are posted to this post from that day already: change the fraction of that posting instead.',
  },
  absence_once: {
    field: 'from',
    sentence: 'This is recorded from that day already: end it first, or choose another day.',
  },
  one_rank_at_a_time: {
    field: 'from',
    sentence: 'Another rank is recorded for days after that one: choose a day after it begins.',
  },
};

/** A real row is refused while the demonstration is on, in the records' own sentence. */
function problemOf({ code, constraint, message }: StatementError): Problem | undefined {
  return code === 'WR001' ? { field: null, sentence: message } : SAID[constraint ?? ''];
}

/**
 * Changes the book in one transaction: the rows, what they were and are, and the audit last.
 * @throws Refused where the records keep somebody else's row of the same key
 */
export async function changeBook(
  platform: Platform,
  action: string,
  run: (change: Change) => Promise<Told>,
): Promise<void> {
  const by = { actor: platform.actor, at: platform.now() };
  try {
    await inTransaction(platform, async (trx) => {
      await shareBook(trx);
      const told = await run({ trx, revise: (revision) => insertRevision(trx, revision, by) });
      await recordAudit(trx, { actor: by.actor, action, ...told });
    });
  } catch (error) {
    const said = error instanceof StatementError ? problemOf(error) : undefined;
    if (said === undefined) throw error;
    throw new Refused([said]);
  }
}

/** Locks posts, so that nobody fills them meanwhile, and reads them as they then are. */
export async function lockSeats(trx: Records, ids: readonly number[]): Promise<Seat[]> {
  const wanted = [...new Set(ids)];
  const locked = await lockSeatRows(trx, wanted);
  if (locked.length < wanted.length)
    throw new NotAllowed('Your role does not let you change one of these posts: ask an inspector of its borough.');
  return readSeats(trx, wanted);
}

/** Whether the principal may write a post's postings. */
export function mayWriteSeat({ principal }: Platform, seat: Pick<Seat, 'unit' | 'boroughs' | 'wards'>): boolean {
  return touchedPlaces(seat).some((place) => may(principal, { module: 'postings', act: 'write', place }));
}

/** Of the places that something touches, one where the principal may write; the first where there is none. */
function placeToWrite({ principal }: Platform, module: 'postings' | 'duties', places: readonly Place[]): Place {
  return places.find((place) => may(principal, { module, act: 'write', place })) ?? places[0] ?? {};
}

/** Where a post is; nowhere, which nobody reaches, for one that may not be seen. */
export async function placeOfSeat(platform: Platform, id: number): Promise<Place> {
  const seats = await inTransaction(platform, (trx) => readSeats(trx, [id]));
  return placeToWrite(platform, 'postings', seats.flatMap(touchedPlaces));
}

export async function placeOfPosting(platform: Platform, id: number): Promise<Place> {
  const posting = await inTransaction(platform, (trx) => readPosting(trx, id));
  return posting === null ? {} : placeOfSeat(platform, posting.post);
}

/** Where an officer is posted on any of the days; the unit too, which is all there is for one who is posted nowhere then. */
export async function placeOfMember(
  platform: Platform,
  id: number,
  { module, days }: { module: 'postings' | 'duties'; days: Days },
): Promise<Place> {
  const { unit, seats } = await seatsOfMember(platform, id, days);
  return placeToWrite(platform, module, [...seats.flatMap(touchedPlaces), ...unit]);
}

/**
 * Where the rank of an officer is given from a day on: at every borough that has a part of them then or later, so that
 * neither a ward nor a borough that has half of them gives it; at the unit, for one who is posted nowhere then.
 * @returns the first of the places where the principal may not write, which refuses them
 */
export async function placeOfRank(
  platform: Platform,
  { officer, from }: { officer: number; from: string },
): Promise<Place> {
  const { unit, seats } = await seatsOfMember(platform, officer, { from, until: null });
  const places: Place[] = seats.length === 0 ? unit : seats.flatMap((seat) => touchedPlaces({ ...seat, wards: [] }));
  const { principal } = platform;
  return places.find((place) => !may(principal, { module: 'postings', act: 'write', place })) ?? places[0] ?? {};
}

/** The unit of an officer and the posts that they hold on any of the days, as far as the principal may see them. */
function seatsOfMember(platform: Platform, id: number, days: Days): Promise<{ unit: Place[]; seats: Seat[] }> {
  return inTransaction(platform, async (trx) => {
    const officer = await readMember(trx, id);
    const held = (await readPostingsOfOfficers(trx, [id])).filter(({ during }) => overlap(during, days));
    const seats = await readSeats(
      trx,
      held.map(({ post }) => post),
    );
    return { unit: officer === null ? [] : [{ unit: officer.unit }], seats };
  });
}
