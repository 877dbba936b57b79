import type { Month } from '../../lib/calendar/month.ts';
import { groupBy } from '../../organisation/index.ts';
import { within } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import { readAbsences } from '../absences/absence-store.ts';
import { eventsHeld } from '../calendar/calendar-service.ts';
import { eventsWith } from '../calendar/events-with.ts';
import { yearsNamed } from '../calendar/years-named.ts';
import { lockDuties, readDuties, type Writer } from '../duties/duty-store.ts';
import { type OfficersDays, readLeave } from '../duties/leave-store.ts';
import { readUncounted } from '../duties/settle-store.ts';
import type { Absence, Duty, LedgerLine, LedgerTotal } from '../model.ts';
import { placesNumbered } from '../places/place-service.ts';
import { policyTimeline } from '../policy/policy-service.ts';
import type { ChargedTo } from '../policy/rule-absence.ts';
import { differenceOf } from './difference-of.ts';
import { leaveLine } from './leave-line.ts';
import { ledgerLinesOf } from './ledger-lines.ts';
import { insertLines, readLinesOfDuties, readLinesOfLeave, readLinesOfOfficer, readTotals } from './ledger-store.ts';
import { insertReentry } from './reentry-store.ts';

/**
 * Has the ledger say what a duty comes to, after anything of it changed: only the difference is written. Call it last, in the
 * transaction of the change; of a duty that was removed it takes everything back.
 */
export const enterDuty = within(
  'ringfence.enter-duty',
  async (trx: Records, duty: number, by: Writer): Promise<void> => {
    await enterDuties(trx, [duty], by);
  },
);

/** The same of many duties, with few statements. @returns the absences that are counted otherwise than before */
export const enterDuties = within(
  'ringfence.enter-duties',
  async (trx: Records, ids: readonly number[], by: Writer): Promise<string[]> => {
    await lockDuties(trx, ids);
    const duties = await readDuties(trx, { ids });
    const stands = groupBy(await readLinesOfDuties(trx, ids), ({ duty }) => duty);
    const uncounted = await readUncounted(trx, 'duty', ids);
    const should = await linesOf(
      trx,
      duties.filter(({ id, kind }) => kind !== 'ward' || !uncounted.has(id)),
    );
    const madeUp = new Map(duties.map(({ id, synthetic }) => [id, synthetic]));
    const lines = ids.flatMap((id) =>
      differenceOf(stands.get(id) ?? [], should.get(id) ?? []).map((line) => ({
        ...line,
        synthetic: madeUp.get(id) ?? stands.get(id)?.[0]?.synthetic ?? false,
      })),
    );
    await insertLines(trx, lines, by);
    return [...new Set(lines.flatMap(({ absence }) => (absence === null ? [] : [absence])))];
  },
);

/** Has the ledger say what leave officers have on days, after it was recorded or removed; with few statements. */
export const enterLeave = within(
  'ringfence.enter-leave',
  async (trx: Records, days: OfficersDays, by: Writer): Promise<void> => {
    if (days.length === 0) return;
    const leave = await readLeave(trx, { days });
    const ids = leave.map(({ id }) => id);
    const uncounted = await readUncounted(trx, 'leave', ids);
    const counts = groupBy(
      leave.filter(({ id }) => !uncounted.has(id)),
      keyOf,
    );
    const stands = groupBy(await readLinesOfLeave(trx, days), keyOf);
    const madeUp = new Map([...[...stands.values()].flat(), ...leave].map((each) => [keyOf(each), each.synthetic]));
    const lines = [...new Set(days.map(keyOf))].flatMap((key) =>
      differenceOf(stands.get(key) ?? [], (counts.get(key) ?? []).map(leaveLine)).map((line) => ({
        ...line,
        synthetic: madeUp.get(key) ?? false,
      })),
    );
    await insertLines(trx, lines, by);
  },
);

const keyOf = ({ officer, day }: { officer: number; day: string }): string => `${officer} ${day}`;

/** Duties to rule anew: of a unit from a day on, to a last one where it is given, or those that name an event. */
export type Reentry = { unit: string; because: string } & (
  | { fromDay: string; untilDay: string | null }
  | { event: string }
);

/**
 * Has duties ruled anew after a policy was adopted or an event entered or called off. Whoever does that may read duties
 * and not write them, so Wardroom itself does it within a minute: see enterPending.
 */
export const reenterDuties = within(
  'ringfence.reenter-duties',
  (trx: Records, asked: Reentry, by: Writer): Promise<void> => insertReentry(trx, asked, by),
);

/**
 * Sums over officers of wards and months, by what the records let whoever acts read.
 * @param asked.places numbers of places
 * @param asked.from   first month, and the last one, "2026-10"
 */
export const totalsOf = within(
  'ringfence.totals-of',
  (trx: Records, asked: { places: readonly number[]; from: Month; to: Month }): Promise<LedgerTotal[]> =>
    readTotals(trx, asked),
);

/** What stands in the ledger of an officer, line by line: for themselves and their line. */
export const ledgerOfOfficer = within(
  'ringfence.ledger-of-officer',
  (trx: Records, asked: { officer: number; from: string; to: string }): Promise<LedgerLine[]> =>
    readLinesOfOfficer(trx, asked),
);

/** What each duty comes to, by number. */
async function linesOf(trx: Records, duties: readonly Duty[]): Promise<Map<number, LedgerLine[]>> {
  if (duties.length === 0) return new Map();
  const places = await placesNumbered(trx, [...new Set(duties.map(({ place }) => place))]);
  const unitOf = new Map(places.map(({ id, unit }) => [id, unit]));
  const absences = await readAbsences(trx, { duties: duties.map(({ id }) => id) });
  const charged = await chargedOf(trx, absences);
  const of = new Map<number, LedgerLine[]>();
  for (const unit of new Set(unitOf.values())) {
    const timeline = await policyTimeline(trx, unit);
    const entered = await eventsHeld(trx, unit);
    for (const duty of duties.filter(({ place }) => unitOf.get(place) === unit)) {
      const ofDuty = absences.filter((absence) => absence.duty === duty.id);
      const took = ofDuty.flatMap(({ id }) => charged.get(id)?.duty.day ?? []);
      const events = eventsWith(entered, yearsNamed([duty.day, ...took]));
      of.set(duty.id, ledgerLinesOf({ duty, absences: ofDuty, timeline, events, charged }));
    }
  }
  return of;
}

const RESTED = 'duty:';

/** What took each rest day that is given back, as far as whoever acts may see it. */
export const chargedOf = within(
  'ringfence.charged-of',
  async (trx: Records, absences: readonly Absence[]): Promise<Map<string, ChargedTo>> => {
    const found = new Map<string, ChargedTo>();
    for (const { id, chargedTo } of absences) {
      if (chargedTo === null) continue;
      const took = chargedTo.startsWith(RESTED)
        ? await workedOnRestDay(trx, Number(chargedTo.slice(RESTED.length)))
        : await absenceThatTook(trx, chargedTo);
      if (took !== null) found.set(id, took);
    }
    return found;
  },
);

async function workedOnRestDay(trx: Records, id: number): Promise<ChargedTo | null> {
  const [duty] = await readDuties(trx, { ids: [id] });
  if (duty === undefined || duty.elsewhere === null) return null;
  return { away: { ...duty.during, ...duty.elsewhere }, duty };
}

async function absenceThatTook(trx: Records, id: string): Promise<ChargedTo | null> {
  const [away] = await readAbsences(trx, { id });
  if (away === undefined) return null;
  const [duty] = await readDuties(trx, { ids: [away.duty] });
  return duty === undefined ? null : { away, duty };
}
