import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { type Problem, Refused, refuseIf } from '../../lib/refused.ts';
import { guarded, personOf, published, within } from '../../platform/access/index.ts';
import { recordAudit } from '../../platform/audit/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { NotFound } from '../../platform/web/named-errors.ts';
import { againOnDeadlock } from '../absences/again-on-deadlock-service.ts';
import { resolveOrder } from '../absences/order-asked-service.ts';
import { enterDuty } from '../ledger/ledger-service.ts';
import type { Duty, WardPlace } from '../model.ts';
import { readActingOfficer } from '../officers/account-store.ts';
import { readWhose } from '../officers/posted-officer-store.ts';
import { placesNumbered } from '../places/place-service.ts';
import { isByOwnOrder, OWN_ORDER_OF_DUTY } from './by-own-order.ts';
import { dutySpan, type WrittenDuty } from './duty-span.ts';
import { bookDuty, dropDuty, markConfirmed, moveDuty } from './duty-steps-service.ts';
import { type DutiesAsked, readDuties, readDuty } from './duty-store.ts';
import { postedOfficer, requireOfWard, wardOfDuty } from './ward-of-duty-service.ts';

const WRITES = { module: 'duties', act: 'write' } as const;

/** A duty that is asked for by hand. */
export interface WantedDuty extends WrittenDuty {
  /** Number of the officer. */
  officer: number;
  kind: Duty['kind'];
  /** Of work on a rest day or overtime. */
  elsewhere?: Duty['elsewhere'];
  /** Number of one of the officer's wards, for one who is shared between wards; null: the larger part of their time. */
  place?: number | null;
  /** It was worked: said by who acts. */
  confirmed?: boolean;
  because?: string;
}

/**
 * Keeps a duty by hand, planned or worked, in the ward that the officer is posted to that day.
 * @throws Refused beside the field: a time that comes twice or never, more than a day, no ward post, an end that has not
 * come, confirmed by whoever ordered it
 * @throws DoubleBooked in one sentence when it overlaps another duty of the officer; NotAllowed; NotFound
 */
export const planDuty = guarded(
  { name: 'ringfence.plan-duty', ...WRITES },
  (platform: Platform, wanted: WantedDuty): Promise<Duty> => {
    const book = async (trx: Records): Promise<Duty> => {
      const by = { actor: platform.actor, at: platform.now() };
      const today = todayInLondon(by.at);
      const officer = await postedOfficer(trx, { officer: wanted.officer, today });
      const during = spanOf(wanted);
      const wantedElsewhere = elsewhereOf(wanted);
      const { post, place } = await wardOfDuty(trx, { ...wanted, officer });
      await requireOfWard(trx, platform, { officer: officer.officer, place, act: 'write', today });
      const person = personOf(platform.principal);
      const elsewhere = await withWhoOrdered(trx, wantedElsewhere, { person, place: place.id, day: wanted.day });
      const confirmed =
        wanted.confirmed === true
          ? await confirmerOf(trx, { officer: officer.officer, during, elsewhere, person, at: by.at })
          : null;
      const duty = await bookDuty(
        trx,
        {
          duty: {
            officer: officer.officer,
            place: place.id,
            postClass: post.postClass,
            kind: wanted.kind,
            day: wanted.day,
            during,
            planned: during.from > by.at ? during : null,
            confirmed,
            elsewhere,
            synthetic: officer.synthetic,
          },
          name: officer.name,
          attached: post.attachedUntil !== null,
          because: wanted.because ?? '',
        },
        by,
      );
      await enterDuty(trx, duty.id, by);
      await audit(trx, platform, 'ringfence.plan-duty', { duty, place });
      return duty;
    };
    return againOnDeadlock(() => platform.records.transaction().execute(book));
  },
);

/**
 * Gives a duty other times on its day, with a reason; what it was is kept.
 * @throws Refused for whoever ordered it among others, DoubleBooked, StaleEdit with the duty as it is now, NotAllowed, NotFound
 */
export const changeDuty = guarded(
  { name: 'ringfence.change-duty', ...WRITES },
  (
    platform: Platform,
    wanted: Omit<WrittenDuty, 'day'> & { id: number; version: number; because: string },
  ): Promise<Duty> =>
    writeDuty(platform, 'ringfence.change-duty', wanted, async (trx, { duty, name, by }) => {
      refuseWithoutReason(wanted.because);
      const during = spanOf({ ...wanted, day: duty.day });
      return moveDuty(trx, { duty, during, name, because: wanted.because.trim() }, by);
    }),
);

/**
 * Takes a duty away, with a reason; what it was is kept, and its minutes are taken back from the ledger.
 * @throws Refused when absences were recorded of it, and for whoever ordered it; StaleEdit, NotAllowed, NotFound
 */
export const removeDuty = guarded(
  { name: 'ringfence.remove-duty', ...WRITES },
  async (platform: Platform, wanted: { id: number; version: number; because: string }): Promise<void> => {
    await writeDuty(platform, 'ringfence.remove-duty', wanted, async (trx, { duty, by }) => {
      refuseWithoutReason(wanted.because);
      await dropDuty(trx, { duty, because: wanted.because.trim() }, by);
      return duty;
    });
  },
);

/**
 * Says that a duty was worked: the officer of it, or who leads the ward. Confirmed twice it stays as it was.
 * @throws Refused before it is over, and for whoever ordered it; StaleEdit, NotAllowed, NotFound
 */
export const confirmDuty = guarded(
  { name: 'ringfence.confirm-duty', ...WRITES },
  (platform: Platform, wanted: { id: number; version: number }): Promise<Duty> =>
    writeDuty(platform, 'ringfence.confirm-duty', wanted, async (trx, { duty, name, by }) => {
      if (duty.confirmed !== null) return duty;
      const confirmed = await confirmerOf(trx, { ...duty, person: personOf(platform.principal), at: by.at });
      return markConfirmed(trx, { duty, confirmed, name }, by);
    }),
);

/** Duties of an officer or of wards, from the first day to the last, as far as whoever acts may see them. */
export const dutiesOf = within(
  'ringfence.duties-of',
  (trx: Records, asked: DutiesAsked): Promise<Duty[]> => readDuties(trx, asked),
);

/**
 * The duty that whoever is signed in is on now, else their next one that begins today, else their last of today; a duty
 * over midnight counts until it ends. null: none, or they are linked with no officer.
 */
export const dutyToday = published(
  'ringfence.duty-today',
  (platform: Platform): Promise<Duty | null> =>
    platform.records.transaction().execute(async (trx) => {
      const acting = await readActingOfficer(trx);
      if (acting === null) return null;
      const now = platform.now();
      const today = todayInLondon(now);
      const from = todayInLondon(new Date(now.getTime() - 86_400_000));
      const near = await readDuties(trx, { officer: acting.officer, from, to: today });
      const on = near.find(({ during }) => during.from <= now && now < during.to);
      const todays = near.filter(({ day }) => day === today);
      return on ?? todays.find(({ during }) => during.from > now) ?? todays.at(-1) ?? null;
    }),
);

/** Changes one duty at the version that was seen, and has the ledger say so. */
async function writeDuty(
  platform: Platform,
  action: 'ringfence.change-duty' | 'ringfence.remove-duty' | 'ringfence.confirm-duty',
  seen: { id: number; version: number },
  write: (trx: Records, of: { duty: Duty; name: string; by: { actor: string; at: Date } }) => Promise<Duty>,
): Promise<Duty> {
  const change = async (trx: Records): Promise<Duty> => {
    const by = { actor: platform.actor, at: platform.now() };
    const today = todayInLondon(by.at);
    const held = await readDuty(trx, seen.id);
    const [place] = held === null ? [] : await placesNumbered(trx, [held.place]);
    if (held === null || place === undefined) throw new NotFound('No duty that you may see is kept under this number.');
    await requireOfWard(trx, platform, { officer: held.officer, place, act: 'write', today });
    refuseIf([isByOwnOrder(held, personOf(platform.principal)) ? { field: null, sentence: OWN_ORDER_OF_DUTY } : null]);
    const { name } = await postedOfficer(trx, { officer: held.officer, today });
    const duty = await write(trx, { duty: { ...held, version: seen.version }, name, by });
    await enterDuty(trx, duty.id, by);
    await audit(trx, platform, action, { duty, place });
    return duty;
  };
  return againOnDeadlock(() => platform.records.transaction().execute(change));
}

/** Who confirms: the officer of the duty, or the line. @throws Refused before the duty is over, and for whoever ordered it */
async function confirmerOf(
  trx: Records,
  duty: Pick<Duty, 'officer' | 'during' | 'elsewhere'> & { person: string | null; at: Date },
): Promise<'officer' | 'sergeant'> {
  const own = isByOwnOrder(duty, duty.person) ? OWN_ORDER_WORKED : null;
  const early = duty.during.to > duty.at ? 'A duty is confirmed when it is over: confirm it then.' : null;
  const sentence = early ?? own;
  refuseIf([sentence === null ? null : { field: 'confirmed', sentence }]);
  return (await readActingOfficer(trx))?.officer === duty.officer ? 'officer' : 'sergeant';
}

const OWN_ORDER_WORKED =
  'This duty is by your own order, so another sergeant or an inspector confirms it: record it as planned.';

function spanOf(written: WrittenDuty): Duty['during'] {
  const read = dutySpan(written);
  if (read.kind === 'problems') throw new Refused(read.problems);
  return read.during;
}

function elsewhereOf({ kind, elsewhere = null }: WantedDuty): Duty['elsewhere'] {
  const missing = 'Say what it was worked for, and who ordered it.';
  refuseIf([kind !== 'ward' && elsewhere === null ? { field: 'reason', sentence: missing } : null]);
  return kind === 'ward' ? null : elsewhere;
}

/** Work elsewhere with the person who ordered it, where the records know that. */
async function withWhoOrdered(
  trx: Records,
  elsewhere: Duty['elsewhere'],
  { person, place, day }: { person: string | null; place: number; day: string },
): Promise<Duty['elsewhere']> {
  if (elsewhere === null || elsewhere.order === null) return elsewhere;
  return { ...elsewhere, order: await resolveOrder(trx, { person }, { order: elsewhere.order, place, day }) };
}

const NO_REASON: Problem = {
  field: 'because',
  sentence: 'Say why in a few words: the duty as it was stays on record.',
};

function refuseWithoutReason(because: string): void {
  refuseIf([because.trim() === '' ? NO_REASON : null]);
}

async function audit(
  trx: Records,
  platform: Platform,
  action: string,
  { duty, place }: { duty: Duty; place: WardPlace },
): Promise<void> {
  const { unit, wardCode: ward } = place;
  const whose = await readWhose(trx, { officer: duty.officer, place: place.id, day: duty.day });
  await recordAudit(trx, {
    actor: platform.actor,
    action,
    subject: duty.day,
    whom: whose.owner ?? null,
    detail: {
      unit,
      ward,
      day: duty.day,
      own: whose.owner !== undefined && whose.owner === personOf(platform.principal),
    },
  });
}
