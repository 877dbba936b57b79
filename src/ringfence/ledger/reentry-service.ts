import { addMonths, type Month } from '../../lib/calendar/month.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { ownWork } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { readAbsence, updateAbsence } from '../absences/absence-store.ts';
import { readAwayDuty } from '../absences/away-duty-store.ts';
import { insertStep, wasEndPresumed } from '../absences/step-store.ts';
import type { Writer } from '../duties/duty-store.ts';
import { askForBookChanges, enterByTheBook, enterLeaveByTheBook, enterLeaveOfBook } from './follow-book-service.ts';
import {
  insertReentry,
  markDone,
  type PendingReentry,
  readDutiesMeant,
  readPending,
  readUnitsToAsk,
} from './reentry-store.ts';

const EVERY_DAY = 'Reckoned anew every day.';
/** Duties of one transaction: few enough that nobody who records an absence of one waits for long. */
const BATCH = 500;

/**
 * Rules anew what waits for it: the duties that a policy which was adopted, an event which was entered or called off, or a
 * change of the post book concerns. Only differences are written, so that doing it twice changes nothing; what was not
 * finished is taken up again.
 * @param platform Wardroom's own, past row security
 * @returns how many duties were looked at
 */
export const enterPending = ownWork('ringfence.enter-pending', async (platform: Platform): Promise<number> => {
  const by = { actor: platform.actor, at: platform.now() };
  await platform.records.transaction().execute((trx) => askForBookChanges(trx, by));
  let looked = 0;
  for (const pending of await platform.records.transaction().execute((trx) => readPending(trx))) {
    looked += await enterAll(platform, pending);
    await platform.records.transaction().execute((trx) => markDone(trx, pending.id, platform.now()));
  }
  return looked;
});

/**
 * Asks for every duty of this month, the last and the next to be ruled anew: a line that does not follow from its duty, its
 * absences and the policy, however it came into the ledger, is taken back before its month is closed. Once a day, however
 * often Wardroom is started.
 */
export const reckonAnew = ownWork(
  'ringfence.reckon-anew',
  (platform: Platform): Promise<void> =>
    platform.records.transaction().execute(async (trx) => {
      const by = { actor: platform.actor, at: platform.now() };
      const today = todayInLondon(by.at);
      const fromDay = `${addMonths(today.slice(0, 7) as Month, -1)}-01`;
      for (const unit of await readUnitsToAsk(trx, { fromDay, because: EVERY_DAY, today }))
        await insertReentry(trx, { unit, fromDay, untilDay: null, because: EVERY_DAY }, by);
    }),
);

/**
 * Has the duties and the leave of some days follow the post book as it now is: before what a month promised is kept by it.
 * @param asked.lastDay null: every day after the first
 */
export const followBook = ownWork(
  'ringfence.follow-book',
  async (platform: Platform, asked: { unit: string; firstDay: string; lastDay: string | null }): Promise<void> => {
    await enterAll(platform, { ...asked, event: null, officer: null, because: '' });
  },
);

async function enterAll(platform: Platform, asked: Omit<PendingReentry, 'id'>): Promise<number> {
  const by = { actor: platform.actor, at: platform.now() };
  let [after, looked] = [0, 0];
  for (;;) {
    const ids = await platform.records.transaction().execute(async (trx) => {
      const meant = await readDutiesMeant(trx, asked, { after, most: BATCH });
      const otherwise = await enterByTheBook(trx, meant, by);
      if (asked.event !== null) for (const absence of otherwise) await noteRuled(trx, absence, asked.because, by);
      return meant;
    });
    looked += ids.length;
    const last = ids.at(-1);
    if (last === undefined) break;
    after = last;
  }
  await enterAllLeave(platform, asked, by);
  return looked;
}

async function enterAllLeave(
  platform: Platform,
  { unit, officer, firstDay, lastDay }: Omit<PendingReentry, 'id'>,
  by: Writer,
): Promise<void> {
  if (firstDay === null) return;
  const days = { unit, officer, firstDay, lastDay };
  await platform.records.transaction().execute((trx) => enterLeaveOfBook(trx, days, by));
  let after: number | undefined = 0;
  while (after !== undefined) {
    const page: { after: number; most: number } = { after, most: BATCH };
    after = await platform.records
      .transaction()
      .execute((trx): Promise<number | undefined> => enterLeaveByTheBook(trx, days, page, by));
  }
}

/** Says among the steps of an absence that an event which reaches back had it ruled anew, and in a month that was closed. */
async function noteRuled(trx: Records, id: string, why: string, { actor, at }: Writer): Promise<void> {
  const before = await readAbsence(trx, id);
  const duty = before === null ? null : await readAwayDuty(trx, before.duty);
  if (before === null || duty === null) return;
  const absence = { ...before, version: before.version + 1 };
  const endPresumed = await wasEndPresumed(trx, id);
  await updateAbsence(trx, absence);
  const done = { number: absence.version, because: `Ruled anew: ${why}.`, doneBy: actor, doneAt: at };
  await insertStep(trx, { absence, step: 'corrected', endPresumed, afterClose: duty.closed, ...done });
}
