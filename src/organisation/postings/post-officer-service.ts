import { refuseIf } from '../../lib/refused.ts';
import { guarded, type Place, worksWithMadeUp } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { NotFound } from '../../platform/web/index.ts';
import { type Change, changeBook, lockSeats, placeOfSeat } from './change-book-service.ts';
import { daysProblem } from './days-problem.ts';
import type { Member, Seat } from './model.ts';
import { neverAboveOne, placeOfficer, type Wanted } from './place-officer-service.ts';
import {
  insertMember,
  insertPosting,
  insertRank,
  readMember,
  readMemberCalled,
  readPostingsOfPosts,
} from './postings-store.ts';
import { rankProblem } from './rank-problem.ts';
import { postingAsWritten, postingReference, rankAsWritten, rankReference } from './revision-of.ts';
import { seatProblem } from './seat-problem.ts';

/** A posting that is asked for, and to which post. */
export interface Asked extends Wanted {
  /** Key of the post. */
  post: number;
}

const placeOfAsked = (platform: Platform, { post }: Asked): Promise<Place> => placeOfSeat(platform, post);

/**
 * Posts an officer to a post, wholly or in part.
 * @throws Refused with a sentence beside each field that forbids it; nothing was written
 */
export const postOfficer = guarded(
  { name: 'organisation.post-officer', module: 'postings', act: 'write', place: placeOfAsked },
  (platform: Platform, { officer: id, post, ...wanted }: Asked & { officer: number }): Promise<void> =>
    changeBook(platform, 'organisation.post-officer', async (change) => {
      const seat = await lockedSeat(change, post);
      const officer = await foundMember(change, id);
      await placeOfficer(change, officer, seat, wanted);
      return { subject: officer.reference, detail: { post: seat.reference, from: wanted.during.from } };
    }),
);

/** An officer whom the book does not have yet. */
export interface Newcomer {
  /** Warrant or staff number. */
  number: string;
  name: string;
  rank: string;
}

/**
 * Adds an officer and posts them. They are a made-up person where a made-up person of the demonstration adds them.
 * @throws Refused with a sentence beside each field that forbids it; nothing was written
 */
export const addOfficer = guarded(
  { name: 'organisation.add-officer', module: 'postings', act: 'write', place: placeOfAsked },
  (platform: Platform, { post, newcomer, ...wanted }: Asked & { newcomer: Newcomer }): Promise<void> =>
    changeBook(platform, 'organisation.add-officer', async (change) => {
      const { trx, revise } = change;
      const seat = await lockedSeat(change, post);
      const { number: reference, name, rank } = newcomer;
      const ranks = [{ rank, during: { from: wanted.during.from, until: null } }];
      const known = await readMemberCalled(trx, seat.unit, reference);
      const others = await readPostingsOfPosts(trx, [post]);
      const about = (field: string, sentence: string | null) => (sentence === null ? null : { field, sentence });
      refuseIf([
        about(
          'number',
          known === null ? null : `The number ${reference} is ${known.name}’s: look for them, or check it.`,
        ),
        about('kind', rankProblem({ name, ranks }, seat, { from: wanted.during.from, kind: wanted.kind })),
        about('from', daysProblem(seat, wanted.during)),
        about('fraction', seatProblem(seat, others, wanted)),
      ]);
      const member = { unit: seat.unit, reference, name, synthetic: worksWithMadeUp(platform) };
      const officer = await insertMember(trx, member);
      // Posted first: who may write in one ward sees officers by their postings, and gives a rank to whom they see.
      await neverAboveOne(member, trx, () => insertPosting(trx, { ...wanted, officer, post }));
      for (const held of ranks) await insertRank(trx, officer, held);
      const { unit } = seat;
      const of = { officer: reference, post: seat.reference };
      for (const held of ranks) {
        const after = rankAsWritten(member, held);
        await revise({ unit, kind: 'officers', reference: rankReference(reference, held), before: null, after });
      }
      const written = postingAsWritten(wanted, of);
      const key = postingReference(of, wanted.during.from);
      await revise({ unit, kind: 'postings', reference: key, before: null, after: written });
      return { subject: reference, detail: { post: seat.reference, from: wanted.during.from } };
    }),
);

/** @throws NotFound when it was removed */
export async function lockedSeat({ trx }: Pick<Change, 'trx'>, id: number): Promise<Seat> {
  const [seat] = await lockSeats(trx, [id]);
  if (seat === undefined) throw new NotFound('There is no such post: look for another.');
  return seat;
}

/** @throws NotFound when there is none whom the principal may see */
export async function foundMember({ trx }: Pick<Change, 'trx'>, id: number): Promise<Member> {
  const officer = await readMember(trx, id);
  if (officer === null) throw new NotFound('There is no such officer among those you may see: look for them again.');
  return officer;
}
