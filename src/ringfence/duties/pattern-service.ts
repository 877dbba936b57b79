import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { Refused } from '../../lib/refused.ts';
import { guarded } from '../../platform/access/index.ts';
import { recordAudit } from '../../platform/audit/index.ts';
import { DoubleBooked } from '../../platform/concurrency/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { againOnDeadlock } from '../absences/again-on-deadlock-service.ts';
import { enterDuties } from '../ledger/ledger-service.ts';
import type { PostedOfficer } from '../officers/posted-officer-store.ts';
import { dutySpan, type WrittenDuty } from './duty-span.ts';
import { bookDuty } from './duty-steps-service.ts';
import { readDuties, type Writer } from './duty-store.ts';
import { expandPattern, type ShiftPattern } from './expand-pattern.ts';
import type { PatternDay } from './model.ts';
import { postedOfficer, requireOfWard, wardOfDuty } from './ward-of-duty-service.ts';

const WRITES = { module: 'duties', act: 'write' } as const;

/** A pattern of one officer. */
export interface WantedPattern extends ShiftPattern {
  officer: number;
}

/** What a pattern comes to, day by day, and what stands in the way of each: nothing is written. @throws NotFound */
export const previewPattern = guarded(
  { name: 'ringfence.preview-pattern', ...WRITES },
  (platform: Platform, wanted: WantedPattern): Promise<{ name: string; days: PatternDay[] }> =>
    platform.records.transaction().execute(async (trx) => {
      const officer = await postedOfficer(trx, { officer: wanted.officer, today: todayInLondon(platform.now()) });
      const held = await readDuties(trx, { officer: officer.officer, from: wanted.from, to: wanted.to });
      const days: PatternDay[] = [];
      for (const written of expandPattern(wanted)) {
        const { during, problem } = await readDay(trx, officer, written);
        const clash =
          during !== null && held.some((duty) => duty.during.from < during.to && during.from < duty.during.to);
        days.push({ day: written.day, during, problem: clash ? `${officer.name} is on duty then already.` : problem });
      }
      return { name: officer.name, days };
    }),
);

/**
 * Books the duties of a pattern; a day that something stands in the way of is left out and told.
 * @returns how many were booked, and the days that were not
 * @throws NotAllowed, NotFound
 */
export const planPattern = guarded(
  { name: 'ringfence.plan-pattern', ...WRITES },
  (platform: Platform, wanted: WantedPattern): Promise<{ booked: number; leftOut: PatternDay[] }> => {
    const book = async (trx: Records): Promise<{ booked: number; leftOut: PatternDay[] }> => {
      const by = { actor: platform.actor, at: platform.now() };
      const officer = await postedOfficer(trx, { officer: wanted.officer, today: todayInLondon(by.at) });
      const booked: number[] = [];
      const leftOut: PatternDay[] = [];
      for (const written of expandPattern(wanted)) {
        const tried = await bookDay(trx, platform, { officer, written, by });
        if (typeof tried === 'number') booked.push(tried);
        else leftOut.push(tried);
      }
      await enterDuties(trx, booked, by);
      const detail = { unit: officer.unit, duties: booked.length };
      await recordAudit(trx, { actor: by.actor, action: 'ringfence.plan-pattern', subject: wanted.from, detail });
      return { booked: booked.length, leftOut };
    };
    return againOnDeadlock(() => platform.records.transaction().execute(book));
  },
);

type Day = Pick<WrittenDuty, 'day' | 'start' | 'end'>;

/** When a day's duty is, and what stands in its way besides other duties. */
async function readDay(trx: Records, officer: PostedOfficer, written: Day): Promise<Omit<PatternDay, 'day'>> {
  const read = dutySpan(written);
  if (read.kind === 'problems') return { during: null, problem: read.problems[0]?.sentence ?? '' };
  try {
    await wardOfDuty(trx, { officer, day: written.day });
    return { during: read.during, problem: null };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { during: read.during, problem: error.message };
  }
}

/** @returns the number of the duty, or why it was left out */
async function bookDay(
  trx: Records,
  platform: Platform,
  { officer, written, by }: { officer: PostedOfficer; written: Day; by: Writer },
): Promise<number | PatternDay> {
  const { during, problem } = await readDay(trx, officer, written);
  if (during === null || problem !== null) return { day: written.day, during, problem };
  const { post, place } = await wardOfDuty(trx, { officer, day: written.day });
  await requireOfWard(trx, platform, { officer: officer.officer, place, act: 'write', today: todayInLondon(by.at) });
  const { name, synthetic } = officer;
  const of = { officer: officer.officer, place: place.id, postClass: post.postClass, day: written.day, synthetic };
  const duty = { ...of, kind: 'ward', during, planned: during, confirmed: null, elsewhere: null } as const;
  try {
    const booked = await bookDuty(trx, { duty, name, attached: post.attachedUntil !== null, because: '' }, by);
    return booked.id;
  } catch (error) {
    if (!(error instanceof DoubleBooked)) throw error;
    return { day: written.day, during, problem: error.message };
  }
}
