import { Refused, refuseIf } from '../../lib/refused.ts';
import { guarded, type Place, worksWithMadeUp } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { longDate } from '../../ui/long-date.ts';
import { changeBook, placeOfSeat } from './change-book-service.ts';
import { daysOf, lastDay, within } from './days.ts';
import { daysProblem } from './days-problem.ts';
import type { Seat } from './model.ts';
import { lockedSeat } from './post-officer-service.ts';
import { hasSeat, insertSeat, readPostingsOfPosts, saveFillDate, saveSeatDays } from './postings-store.ts';
import { seatAsWritten } from './revision-of.ts';

/** A post as a form saw it. */
export interface SeenSeat {
  post: number;
  version: number;
}

const placeOfSeen = async (platform: Platform, { post }: SeenSeat): Promise<Place> => placeOfSeat(platform, post);

/** Says when a vacancy is expected to be filled; null: nobody knows. @throws StaleEdit where somebody was faster */
export const setFillDate = guarded(
  { name: 'organisation.set-fill-date', module: 'postings', act: 'write', place: placeOfSeen },
  (
    platform: Platform,
    { post, version, expectedFilled }: SeenSeat & { expectedFilled: string | null },
  ): Promise<void> =>
    changeBook(platform, 'organisation.set-fill-date', async (change) => {
      const seat = await lockedSeat(change, post);
      await saveFillDate(change.trx, { id: post, version }, expectedFilled);
      await change.revise(changed(seat, { ...seat, expectedFilled }));
      return { subject: seat.reference, detail: { expectedFilled } };
    }),
);

/** Opening and closing posts is for who writes the borough or the unit, not one ward of it. */
async function placeOfWhole(platform: Platform, seen: SeenSeat): Promise<Place> {
  const { ward: _, ...place } = await placeOfSeen(platform, seen);
  return place;
}

/**
 * Closes a post after a day.
 * @throws Refused where somebody is posted to it for later days; StaleEdit where somebody was faster
 */
export const closePost = guarded(
  { name: 'organisation.close-post', module: 'postings', act: 'write', place: placeOfWhole },
  (platform: Platform, { post, version, last }: SeenSeat & { last: string }): Promise<void> =>
    changeBook(platform, 'organisation.close-post', async (change) => {
      const { trx } = change;
      const seat = await lockedSeat(change, post);
      if (last < seat.during.from)
        throw new Refused([
          {
            field: 'last',
            sentence: `The post is there from ${longDate(seat.during.from)}: choose that day or a later one.`,
          },
        ]);
      const during = daysOf(seat.during.from, last);
      const held = (await readPostingsOfPosts(trx, [post])).find((posting) => !within(during, posting.during));
      if (held !== undefined) throw new Refused([{ field: 'last', sentence: sayHeld(held) }]);
      const problem = daysProblem({ ...seat, during }, during);
      refuseIf([problem === null ? null : { field: 'last', sentence: problem }]);
      await saveSeatDays(trx, { id: post, version }, during);
      await change.revise(changed(seat, { ...seat, during }));
      return { subject: seat.reference, detail: { last } };
    }),
);

function sayHeld({ officer, during }: Awaited<ReturnType<typeof readPostingsOfPosts>>[number]): string {
  const last = lastDay(during);
  const until = last === null ? 'for good' : `until ${longDate(last)}`;
  return `${officer.name} (${officer.reference}) is posted to it ${until}: end that posting first, or choose a later day.`;
}

/**
 * Opens a post. It is made up where a made-up person of the demonstration opens it.
 * @throws Refused where its reference is taken, or its days cross a change of wards
 */
export const openPost = guarded(
  {
    name: 'organisation.open-post',
    module: 'postings',
    act: 'write',
    place: (_: Platform, { unit, boroughs: [borough] }: Pick<Seat, 'unit' | 'boroughs'>): Place =>
      borough === undefined ? { unit } : { unit, borough },
  },
  (platform: Platform, seat: Omit<Seat, 'id' | 'version'>): Promise<void> =>
    changeBook(platform, 'organisation.open-post', async ({ trx, revise }) => {
      const { unit, reference } = seat;
      const problem = daysProblem(seat, seat.during);
      const taken = await hasSeat(trx, unit, reference);
      refuseIf([
        taken
          ? { field: 'reference', sentence: `There is a post ${reference} already: choose another reference.` }
          : null,
        problem === null ? null : { field: 'from', sentence: problem },
      ]);
      await insertSeat(trx, { ...seat, synthetic: worksWithMadeUp(platform) });
      await revise({ unit, kind: 'posts', reference: `post ${reference}`, before: null, after: seatAsWritten(seat) });
      return { subject: reference, detail: { rank: seat.rank, from: seat.during.from } };
    }),
);

const changed = (before: Seat, after: Seat) =>
  ({
    unit: before.unit,
    kind: 'posts',
    reference: `post ${before.reference}`,
    before: seatAsWritten(before),
    after: seatAsWritten(after),
  }) as const;
