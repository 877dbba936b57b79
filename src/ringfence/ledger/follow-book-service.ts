import { within } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import { lockDuties, type Writer } from '../duties/duty-store.ts';
import { keepLeaveOfBook } from '../duties/leave-of-book-service.ts';
import type { DaysToFollow } from '../duties/model.ts';
import { settleDuties, settleLeave } from '../duties/settle-postings-service.ts';
import { readOpenFrom } from '../duties/settle-store.ts';
import { readBookChanges } from './book-changes-store.ts';
import { enterDuties, enterLeave } from './ledger-service.ts';
import { insertReentry } from './reentry-store.ts';

/** Long before anything was recorded: months that were closed are left as they are in any case. */
const EVER = '2000-01-01';
/** No officer has this number: it is only noted how far the book was read. */
const NOBODY = 0;

/** Asks for the duties of everybody whose postings changed since it was last asked; of all when posts did. */
export const askForBookChanges = within(
  'ringfence.ask-for-book-changes',
  async (trx: Records, by: Writer): Promise<void> => {
    for (const { unit, revision, officers } of await readBookChanges(trx)) {
      const fromDay = (await readOpenFrom(trx, unit)) ?? EVER;
      const asked = { unit, fromDay, untilDay: null, bookRevision: revision, because: 'The post book changed.' };
      for (const officer of officers === null ? [null] : officers.length === 0 ? [NOBODY] : officers)
        await insertReentry(trx, { ...asked, officer }, by);
    }
  },
);

/**
 * Has duties follow the post book as it now is, and the ledger say what they then come to.
 * @param trx Wardroom's own, past row security
 * @returns the absences that are counted otherwise than before
 */
export const enterByTheBook = within(
  'ringfence.enter-by-the-book',
  async (trx: Records, ids: readonly number[], by: Writer): Promise<string[]> => {
    if (ids.length === 0) return [];
    await lockDuties(trx, ids);
    await settleDuties(trx, ids, by);
    return enterDuties(trx, ids, by);
  },
);

/**
 * The same of leave of some days.
 * @param page.after numbers above this one, and the most of them
 * @returns the last number that was looked at; undefined: there was none
 */
export const enterLeaveByTheBook = within(
  'ringfence.enter-leave-by-the-book',
  async (
    trx: Records,
    asked: DaysToFollow,
    page: { after: number; most: number },
    by: Writer,
  ): Promise<number | undefined> => {
    const leave = await settleLeave(trx, asked, page, by);
    await enterLeave(trx, leave, by);
    return leave.at(-1)?.id;
  },
);

/** Keeps as leave what the post book takes by long absences and adjusted duties of some days, and has the ledger say so. */
export const enterLeaveOfBook = within(
  'ringfence.enter-leave-of-book',
  async (trx: Records, asked: DaysToFollow, by: Writer): Promise<void> => {
    await enterLeave(trx, await keepLeaveOfBook(trx, asked, by), by);
  },
);
