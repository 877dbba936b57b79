import { referenceAreas } from '../../geography/index.ts';
import { isOn } from '../../lib/calendar/day-runs.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { guarded, may, worksWithMadeUp } from '../../platform/access/index.ts';
import { inTransaction } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { NotFound } from '../../platform/web/index.ts';
import { mayWriteSeat } from './change-book-service.ts';
import type { HeldAbsence, HeldPosting, Member, MemberInPosts, Seat } from './model.ts';
import {
  readAbsence,
  readAbsences,
  readMember,
  readPosting,
  readPostingsOfOfficers,
  readPostingsOfPosts,
  readSeats,
  searchMembers,
  searchSeats,
} from './postings-store.ts';
import { touchedPlaces } from './touched-places.ts';

const READS = { module: 'postings', act: 'read' } as const;
/** More than a reader looks through: they give more words instead. */
const MOST = 20;
const BACK = [{ href: '/organisation/postings', text: 'Postings' }];

/** Officers whose name or number says what is sought, with what they are posted to today. At most twenty, and whether there are more. */
export const findOfficers = guarded(
  { name: 'organisation.find-officers', ...READS },
  (platform: Platform, words: string): Promise<{ officers: { officer: Member; seats: Seat[] }[]; more: boolean }> =>
    inTransaction(platform, async (trx) => {
      const synthetic = worksWithMadeUp(platform);
      const today = todayInLondon(platform.now());
      const found = await searchMembers(trx, { words, synthetic, asAt: today, limit: MOST + 1 });
      const postings = (
        await readPostingsOfOfficers(
          trx,
          found.map(({ id }) => id),
        )
      ).filter(({ during }) => isOn(during, today));
      const seats = new Map(
        (
          await readSeats(
            trx,
            postings.map(({ post }) => post),
          )
        ).map((seat) => [seat.id, seat]),
      );
      const officers = found.slice(0, MOST).map((officer) => ({
        officer,
        seats: postings.filter((held) => held.officer.id === officer.id).flatMap(({ post }) => seats.get(post) ?? []),
      }));
      return { officers, more: found.length > MOST };
    }),
);

/** Posts that say what is sought, and their wards; only those whose postings the principal may write, where asked for. */
export const findPosts = guarded(
  { name: 'organisation.find-posts', ...READS },
  (
    platform: Platform,
    { words, writable }: { words: string; writable: boolean },
  ): Promise<{ posts: { seat: Seat; held: HeldPosting[] }[]; more: boolean }> =>
    inTransaction(platform, async (trx) => {
      const asAt = todayInLondon(platform.now());
      const sought = { words, wards: wardsCalled(words), synthetic: worksWithMadeUp(platform), asAt };
      const found = await searchSeats(trx, { ...sought, limit: 1000 });
      const offered = found.filter((seat) => !writable || mayWriteSeat(platform, seat));
      const shown = offered.slice(0, MOST);
      const held = await readPostingsOfPosts(
        trx,
        shown.map(({ id }) => id),
      );
      const posts = shown.map((seat) => ({ seat, held: held.filter(({ post }) => post === seat.id) }));
      return { posts, more: offered.length > MOST };
    }),
);

/** Codes of wards, of either ward set, in whose names the words stand; none for no words. */
function wardsCalled(words: string): string[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return [];
  return [...referenceAreas('wards-2014'), ...referenceAreas('wards-2022')]
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .map(({ code }) => code);
}

/**
 * An officer with all their postings, and their absences for who may see them.
 * @throws NotFound, also where the reader does not read the unit and sees no posting of theirs of today or later: who has
 * left a ward stands in its history by name, and what became of them is not its readers' to see
 */
export const officerInPosts = guarded(
  { name: 'organisation.officer-in-posts', ...READS },
  (platform: Platform, id: number): Promise<MemberInPosts> =>
    inTransaction(platform, async (trx) => {
      const officer = await readMember(trx, id);
      const held = await readPostingsOfOfficers(trx, [id]);
      const today = todayInLondon(platform.now());
      const there = held.some(({ during }) => during.until === null || during.until > today);
      if (officer === null || !(there || readsUnit(platform, officer)))
        throw new NotFound('No officer whom you may see is kept at this address.', BACK);
      const seats = await readSeats(
        trx,
        held.map(({ post }) => post),
      );
      const postings = held.flatMap((posting) => {
        const seat = seats.find((each) => each.id === posting.post);
        return seat === undefined ? [] : [{ ...posting, seat }];
      });
      const places = [{ unit: officer.unit }, ...seats.flatMap(touchedPlaces)];
      const seesAbsences = places.some((place) => may(platform.principal, { module: 'duties', act: 'read', place }));
      return { officer, postings, absences: seesAbsences ? await readAbsences(trx, [id]) : null };
    }),
);

const readsUnit = ({ principal }: Platform, { unit }: Member): boolean => may(principal, { ...READS, place: { unit } });

/** A posting with its officer and post. @throws NotFound */
export const postingHeld = guarded(
  { name: 'organisation.posting-held', ...READS },
  (platform: Platform, id: number): Promise<{ held: HeldPosting; seat: Seat }> =>
    inTransaction(platform, async (trx) => {
      const held = await readPosting(trx, id);
      const [seat] = held === null ? [] : await readSeats(trx, [held.post]);
      if (held === null || seat === undefined)
        throw new NotFound('No posting that you may see is kept at this address: it may have been ended.', BACK);
      return { held, seat };
    }),
);

/** A post with everybody who was, is or will be in it. @throws NotFound */
export const postWithHolders = guarded(
  { name: 'organisation.post-with-holders', ...READS },
  (platform: Platform, id: number): Promise<{ seat: Seat; held: HeldPosting[] }> =>
    inTransaction(platform, async (trx) => {
      const [seat] = await readSeats(trx, [id]);
      if (seat === undefined) throw new NotFound('No post that you may see is kept at this address.', BACK);
      return { seat, held: await readPostingsOfPosts(trx, [id]) };
    }),
);

/** An absence with its officer, for who may change it. @throws NotFound */
export const absenceHeld = guarded(
  { name: 'organisation.absence-held', module: 'duties', act: 'write' },
  (platform: Platform, id: number): Promise<{ absence: HeldAbsence; officer: Member }> =>
    inTransaction(platform, async (trx) => {
      const absence = await readAbsence(trx, id);
      const officer = absence === null ? null : await readMember(trx, absence.officer);
      if (absence === null || officer === null)
        throw new NotFound('No absence that you may see is kept at this address.', BACK);
      return { absence, officer };
    }),
);
