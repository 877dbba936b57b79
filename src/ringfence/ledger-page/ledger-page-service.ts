import { areaNames } from '../../geography/service.ts';
import { dayBefore } from '../../lib/calendar/day-runs.ts';
import { nextDay } from '../../lib/calendar/london-span.ts';
import { addMonths, lastDay, type Month, monthName, parseMonth } from '../../lib/calendar/month.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { Refused } from '../../lib/refused.ts';
import { guarded, may, meetConditions } from '../../platform/access/index.ts';
import { recordAudit } from '../../platform/audit/index.ts';
import { inTransaction, type Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { NotFound } from '../../platform/web/index.ts';
import { nextClosing } from '../absences/next-closing.ts';
import { totalsOf } from '../ledger/ledger-service.ts';
import type { WardPlace } from '../model.ts';
import { placesNumbered } from '../places/place-service.ts';
import { policyOn } from '../policy/policy-on.ts';
import { policyTimeline } from '../policy/policy-service.ts';
import { findAlerts } from '../team/alerts/find-alerts.ts';
import type { WardInView } from '../team/model.ts';
import { sayStep } from '../team/say-step.ts';
import { readPlacesInReach } from '../team/team-store.ts';
import { namedWards, wardsInView } from '../team/ward-view-service.ts';
import { isMonthClosed, readAfterClose } from './ledger-page-store.ts';
import { awayMinutes, type LedgerView, wardMinutes } from './ledger-view.ts';

/** Which month of which borough is looked at, and why, for whom that is asked. */
export interface LedgerAsked {
  /** null: the one that runs. */
  month: Month | null;
  /** Code; null: the first in reach. */
  borough: string | null;
  reason: string;
}

/** One ward's month, officer by officer: for the line alone. */
export interface WardLedgerView {
  month: Month;
  inView: WardInView;
  minutes: LedgerView['wards'][number];
  /** Whether the reader may correct and add to it. */
  writes: boolean;
}

/** look() refuses without one. */
const WITH_REASON = () => ['reason'] as const;
const READS = { module: 'duties', act: 'read' } as const;
const NOTHING: LedgerAsked = { month: null, borough: null, reason: '' };

/**
 * The ledger of a borough's month for the line: wards by account, reasons, who ordered, alerts, and what came after it closed.
 * @returns null where no ward's duties are in the reader's reach
 * @throws Refused where a reason is asked of whoever reads, and none is given
 * @throws NotFound for a month that has not begun, or a borough out of their reach
 */
export const ledgerInView = guarded(
  { name: 'ringfence.ledger-in-view', ...READS, met: WITH_REASON },
  async (platform: Platform, asked: LedgerAsked = NOTHING): Promise<LedgerView | null> => {
    const reason = await whyTheyLook(platform, asked);
    return inTransaction(platform, async (trx) => {
      if (reason !== null) await meetConditions(trx, platform.principal, WITH_REASON());
      const now = platform.now();
      const today = todayInLondon(now);
      const month = monthOf(asked, today);
      const { places, boroughs } = await reachOf(trx);
      const [first] = boroughs;
      if (first === undefined) return null;
      const borough = asked.borough === null ? first : boroughs.find(({ code }) => code === asked.borough);
      if (borough === undefined) throw new NotFound(NO_BOROUGH, LEDGER);
      const own = places.filter(({ boroughCode }) => boroughCode === borough.code);
      const totals = await totalsOf(trx, { places: own.map(({ id }) => id), from: month, to: month });
      const wards = await namedWards(trx, own);
      const rows = wardMinutes(wards, totals);
      return {
        month,
        borough,
        boroughs,
        wards: rows.filter(({ rostered, minutes }) => rostered !== 0 || minutes.leave !== 0),
        away: awayMinutes(totals),
        alerts: month === today.slice(0, 7) ? await alertsOf(trx, { places: own, now }) : [],
        ...(await closingOf(trx, { unit: own[0]?.unit ?? '', month, today })),
        later: (await readAfterClose(trx, { places: own.map(({ id }) => id), month })).map((step) => ({
          day: step.day,
          ward: wards.find(({ place }) => place === step.place)?.name ?? '',
          what: sayStep(step.step, step.after, now),
          because: step.because,
          doneAt: step.doneAt,
        })),
        totals,
        synthetic: totals.some(({ synthetic }) => synthetic),
      };
    });
  },
);

/**
 * One ward's month: duties and absences of each officer, by name.
 * @param asked.ward code
 * @returns null where it is not in the reader's reach
 */
export const wardLedgerInView = guarded(
  { name: 'ringfence.ward-ledger-in-view', ...READS, met: WITH_REASON },
  async (platform: Platform, asked: LedgerAsked & { ward: string }): Promise<WardLedgerView | null> => {
    const reason = await whyTheyLook(platform, asked);
    return inTransaction(platform, async (trx) => {
      if (reason !== null) await meetConditions(trx, platform.principal, WITH_REASON());
      const today = todayInLondon(platform.now());
      const month = monthOf(asked, today);
      const { places, written } = await reachOf(trx);
      const place = places.findLast(({ wardCode }) => wardCode === asked.ward);
      if (place === undefined) return null;
      const days = { from: `${month}-01`, to: `${month}-${lastDay(month)}` };
      const [inView] = await wardsInView(trx, { places: [place], today, ...days });
      if (inView === undefined) return null;
      const totals = await totalsOf(trx, { places: [place.id], from: month, to: month });
      const [minutes] = wardMinutes([inView.ward], totals);
      return minutes === undefined ? null : { month, inView, minutes, writes: written.includes(place.id) };
    });
  },
);

/**
 * Why somebody looks of whom that is asked, kept in the audit before anything is read; null for whom it is not.
 * @throws Refused without one
 */
async function whyTheyLook(platform: Platform, { reason, month }: LedgerAsked): Promise<string | null> {
  if (may(platform.principal, { ...READS, place: null }, [])) return null;
  const given = reason.trim();
  if (given === '')
    throw new Refused([{ field: 'reason', sentence: 'Say why you look at the ledger: the reason is kept with it.' }]);
  await inTransaction(platform, (trx) =>
    recordAudit(trx, {
      actor: platform.actor,
      action: 'ringfence.look-at-ledger',
      subject: month ?? 'the month that runs',
      reason: given,
    }),
  );
  return given;
}

const NO_BOROUGH = 'No borough whose ledger you may read has this code, or nothing is recorded of its wards.';
const LEDGER = [{ href: '/ringfence/ledger', text: 'The ledger' }];

/** The month that is asked for; the one that runs where none is. @throws NotFound for one that has not begun */
function monthOf({ month }: LedgerAsked, today: string): Month {
  const running = parseMonth(today.slice(0, 7));
  if (month !== null && month > running)
    throw new NotFound(`${monthName(month)} has not begun: the ledger goes to ${monthName(running)}.`, LEDGER);
  return month ?? running;
}

interface LedgerReach {
  places: WardPlace[];
  boroughs: { code: string; name: string }[];
  /** Numbers of the places of which they may write. */
  written: number[];
}

async function reachOf(trx: Records): Promise<LedgerReach> {
  const { led, read, written } = await readPlacesInReach(trx);
  const places = await placesNumbered(trx, [...new Set([...led, ...read])]);
  const names = await areaNames(trx, 'boroughs-2022');
  const codes = [...new Set(places.map(({ boroughCode }) => boroughCode))];
  // The reader's own borough first: it is what they came for.
  const own = (code: string) => places.some(({ id, boroughCode }) => boroughCode === code && written.includes(id));
  const boroughs = codes
    .map((code) => ({ code, name: names.get(code) ?? code }))
    .toSorted((a, b) => Number(own(b.code)) - Number(own(a.code)) || a.name.localeCompare(b.name, 'en-GB'));
  return { places, boroughs, written: [...new Set([...led, ...written])] };
}

async function alertsOf(
  trx: Records,
  { places, now }: { places: readonly WardPlace[]; now: Date },
): Promise<LedgerView['alerts']> {
  const today = todayInLondon(now);
  const month = parseMonth(today.slice(0, 7));
  const inView = await wardsInView(trx, { places, today, from: dayBefore(today), to: nextDay(nextDay(today)) });
  const totals = await totalsOf(trx, { places: places.map(({ id }) => id), from: month, to: month });
  return inView.flatMap((each) =>
    findAlerts({ inView: each, now, totals }).map((alert) => ({ ...alert, ward: each.ward })),
  );
}

async function closingOf(
  trx: Records,
  { unit, month, today }: { unit: string; month: Month; today: string },
): Promise<Pick<LedgerView, 'confirmBy' | 'nextClosing'>> {
  const { closesOnDay } = policyOn(await policyTimeline(trx, unit), today).policy;
  const closed = await isMonthClosed(trx, { unit, month });
  const closing = nextClosing(`${addMonths(month, 1)}-00`, closesOnDay);
  return { confirmBy: closed ? null : dayBefore(closing), nextClosing: nextClosing(today, closesOnDay) };
}
