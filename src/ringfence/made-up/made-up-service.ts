import { randomUUID } from 'node:crypto';
import { londonSpan, nextDay } from '../../lib/calendar/london-span.ts';
import { londonInstant } from '../../lib/calendar/london-time.ts';
import { addMonths, parseMonth } from '../../lib/calendar/month.ts';
import { ownWork } from '../../platform/access/index.ts';
import { recordAudit } from '../../platform/audit/index.ts';
import { inTransaction, type Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { contentHash } from '../../platform/publication/index.ts';
import { insertAbsences } from '../absences/many-absences-store.ts';
import { eventsWith } from '../calendar/events-with.ts';
import type { NewDuty } from '../duties/duty-store.ts';
import { readDuties } from '../duties/duty-store.ts';
import { insertDuties, insertLeaves } from '../duties/many-duties-store.ts';
import { leaveLine } from '../ledger/leave-line.ts';
import { ledgerLinesOf } from '../ledger/ledger-lines.ts';
import { insertLines } from '../ledger/ledger-store.ts';
import type { Absence, Duty, LedgerLine, PolicyInForce, RingfenceEvent, RingfencePolicy } from '../model.ts';
import { placeOf } from '../places/place-service.ts';
import { policyTimeline } from '../policy/policy-service.ts';
import { byMonth } from './by-month.ts';
import { insertMadeUpAccount, insertMadeUpPolicy, readLastMadeUpDay, readMadeUpOfficers } from './made-up-store.ts';
import type { MadeUpTime, MadeUpTimes } from './model.ts';

const A_FORTNIGHT = 14 * 86_400_000;

/** The last day that the demonstration's ledger speaks of; null where none was laid. */
export const lastMadeUpDay = ownWork(
  'ringfence.last-made-up-day',
  (platform: Platform, unit: string): Promise<string | null> =>
    inTransaction(platform, (trx) => readLastMadeUpDay(trx, unit)),
);

/** Lays the policy that the demonstration's unit adopted, and says which officers its made-up people are. */
export const layMadeUpRule = ownWork(
  'ringfence.lay-made-up-rule',
  (
    platform: Platform,
    given: {
      unit: string;
      from: string;
      policy: RingfencePolicy;
      because: string;
      /** E-mail of each person, by the reference of the officer they are. */
      people: ReadonlyMap<string, string>;
    },
  ): Promise<void> =>
    inTransaction(platform, async (trx) => {
      const { unit, from, policy, because, people } = given;
      const writer = { actor: platform.actor, at: platform.now() };
      // Before it came into force, as the records would have had it.
      const adoptedAt = new Date(Date.parse(`${from}T12:00:00Z`) - A_FORTNIGHT);
      await insertMadeUpPolicy(trx, { unit, from, content: policy, hash: contentHash(policy), because }, adoptedAt);
      const numbers = await readMadeUpOfficers(trx, unit);
      for (const [reference, email] of people) {
        const officer = numbers.get(reference);
        if (officer !== undefined) await insertMadeUpAccount(trx, { officer, email }, writer);
      }
      await recordAudit(trx, { actor: platform.actor, action: 'ringfence.lay-made-up-rule', subject: unit });
    }),
);

/**
 * Lays made-up duties, absences and leave of a unit in one transaction, ruled and entered as real ones are. Of officers and
 * wards that the book does not have nothing is laid.
 */
export const layMadeUpTimes = ownWork(
  'ringfence.lay-made-up-times',
  (platform: Platform, { unit, times, inFullFrom }: MadeUpTimes): Promise<void> =>
    inTransaction(platform, async (trx) => {
      const writer = { actor: platform.actor, at: platform.now() };
      const known = await placed(trx, unit, times);
      const years = [...new Set(times.map(({ day }) => Number(day.slice(0, 4))))];
      const rule = { timeline: await policyTimeline(trx, unit), events: eventsWith([], years) };
      // The records hold lines of leave to the leave of their day, so that is kept day by day however long past.
      const past = known.filter(({ day, did }) => day < inFullFrom && did.kind !== 'leave');
      const present = known.filter(({ day, did }) => day >= inFullFrom || did.kind === 'leave');
      const laid = await layInFull(trx, present, writer);
      const lines = [
        ...byMonth(past.flatMap((time) => linesOf(time, laidOf(time, dutyOf(time, 0)), rule))),
        ...present.flatMap((time) => linesOf(time, laid.get(keyOf(time)) ?? null, rule)),
      ];
      await enterAsTheyCame(trx, lines, writer);
      const detail = { days: times.length };
      await recordAudit(trx, { actor: platform.actor, action: 'ringfence.lay-made-up-times', subject: unit, detail });
    }),
);

/**
 * Enters lines as they would have come: those of a month when it was over, so that its closing on a day long past finds them.
 */
async function enterAsTheyCame(
  trx: Records,
  lines: readonly LedgerLine[],
  { actor, at: now }: { actor: string; at: Date },
): Promise<void> {
  for (const month of new Set(lines.map((line) => line.month))) {
    const over = new Date(`${addMonths(parseMonth(month.slice(0, 7)), 1)}-01T06:00:00Z`);
    const ofMonth = lines.filter((line) => line.month === month).map((line) => ({ ...line, synthetic: true }));
    await insertLines(trx, ofMonth, { actor, at: over < now ? over : now });
  }
}

/** A made-up time of a known officer and ward, by their numbers. */
type Placed = Omit<MadeUpTime, 'officer'> & { officer: number; place: number };
type Rule = { timeline: readonly PolicyInForce[]; events: readonly RingfenceEvent[] };

const keyOf = ({ officer, day }: Pick<Placed, 'officer' | 'day'>) => `${officer} ${day}`;

async function placed(trx: Records, unit: string, times: readonly MadeUpTime[]): Promise<Placed[]> {
  const officers = await readMadeUpOfficers(trx, unit);
  const places = new Map<string, number>();
  const found: Placed[] = [];
  for (const time of times) {
    const { boroughCode, wardCode, boundaryVersion } = time;
    const officer = officers.get(time.officer);
    if (officer === undefined) continue;
    const place = places.get(wardCode) ?? (await placeOf(trx, { unit, boroughCode, wardCode, boundaryVersion })).id;
    places.set(wardCode, place);
    found.push({ ...time, officer, place });
  }
  return found;
}

/** A duty with the times away from it. */
interface Laid {
  duty: Duty;
  absences: Absence[];
}

const laidOf = (time: Placed, duty: Duty | null): Laid | null =>
  duty === null ? null : { duty, absences: absencesOf(time, duty) };

/** No roster brought it. */
const MADE_UP = { roster: null, synthetic: true };

/** Keeps duties, their absences and leave one by one. Of an officer there is one duty a day, by which it is found again. @returns what was laid, by officer and day */
async function layInFull(
  trx: Records,
  times: readonly Placed[],
  writer: { actor: string; at: Date },
): Promise<Map<string, Laid>> {
  const duties = times.map((time) => dutyOf(time, 0)).filter((duty) => duty !== null);
  await insertDuties(trx, duties, MADE_UP, writer);
  const days = times.map(({ day }) => day).toSorted();
  const places = [...new Set(times.map(({ place }) => place))];
  const kept = await readDuties(trx, { places, from: days[0] ?? '', to: days.at(-1) ?? '' });
  const numbered = new Map(kept.map((duty) => [keyOf(duty), duty]));
  const laid = times.flatMap((time): [string, Laid][] => {
    const found = laidOf(time, numbered.get(keyOf(time)) ?? null);
    return found === null ? [] : [[keyOf(time), found]];
  });
  // As it would have come: whoever is called away says so as it begins.
  const doneAt = ({ from }: Absence) => (from < writer.at ? from : writer.at);
  const absences = laid.flatMap(([, each]) => each.absences);
  await insertAbsences(trx, absences, { because: '', isClosed: () => false, doneAt }, writer);
  await insertLeaves(trx, times.flatMap(leaveOf), MADE_UP);
  return new Map(laid);
}

function dutyOf({ officer, place, postClass, day, did }: Placed, id: number): (NewDuty & Duty) | null {
  if (did.kind === 'leave') return null;
  const span = londonSpan(day, did.start, did.end);
  if (span === null) return null;
  const during = { from: span.from, to: span.to };
  const confirmed = did.confirmed ? 'sergeant' : null;
  const rest = { during, planned: during, confirmed, elsewhere: null, synthetic: true, version: 1 } as const;
  return { id, officer, place, postClass, kind: 'ward', day, ...rest };
}

function absencesOf({ did }: Placed, duty: Duty): Absence[] {
  if (did.kind === 'leave') return [];
  const at = (time: string) => instantIn(duty, time);
  return did.away.map(({ start, end, reason, orderedBy, event }): Absence => {
    const from = at(start);
    const { id, officer, place, day, confirmed } = duty;
    const order = { by: orderedBy, person: null, at: from, reference: '' };
    const rest = { covers: null, chargedTo: null, note: '', synthetic: true, version: 1 } as const;
    const standing = confirmed === null ? 'recorded' : 'confirmed';
    return {
      ...rest,
      id: randomUUID(),
      duty: id,
      officer,
      place,
      day,
      from,
      to: at(end),
      reason,
      event,
      order,
      standing,
    };
  });
}

/** When a time of day comes in a duty: on its day, or after midnight on the next. */
function instantIn({ day, during }: Duty, time: string): Date {
  const at = londonInstant(day, time);
  return at < during.from ? londonInstant(nextDay(day), time) : at;
}

const leaveOf = ({ officer, place, postClass, day, did }: Placed) =>
  did.kind === 'leave' ? [{ officer, place, postClass, day, minutes: did.minutes }] : [];

function linesOf(time: Placed, laid: Laid | null, rule: Rule): LedgerLine[] {
  if (time.did.kind === 'leave') return [leaveLine({ ...time, minutes: time.did.minutes })];
  return laid === null ? [] : ledgerLinesOf({ ...laid, charged: new Map(), ...rule });
}
