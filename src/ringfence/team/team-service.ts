import { dayBefore } from '../../lib/calendar/day-runs.ts';
import { nextDay } from '../../lib/calendar/london-span.ts';
import { addMonths, parseMonth } from '../../lib/calendar/month.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { guarded, personOf } from '../../platform/access/index.ts';
import { inTransaction, type Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { totalsOf } from '../ledger/ledger-service.ts';
import type { WardPlace } from '../model.ts';
import { whatMayBeLost } from '../phones/device-service.ts';
import { heldRecords } from '../phones/held-records-service.ts';
import { placesNumbered } from '../places/place-service.ts';
import { findAlerts } from './alerts/find-alerts.ts';
import { coverGaps } from './cover-gaps.ts';
import { heldOf } from './held-of.ts';
import type { TeamWard, WardInView } from './model.ts';
import { onWardStretches } from './on-ward-stretches.ts';
import { readPlacesInReach } from './team-store.ts';
import type { TeamView } from './team-view.ts';
import { toConfirm } from './to-confirm.ts';
import { namedWards, wardsInView } from './ward-view-service.ts';
import { whereNow } from './where-now.ts';

/** Which ward is asked for, by code; null for those that whoever acts leads. */
export interface TeamAsked {
  ward: string | null;
}

/** What of "my team" keeps itself up to date. */
export type TeamNowView = Pick<TeamView, 'now' | 'wards' | 'alerts' | 'synthetic' | 'writes'>;

const NO_WARD: TeamAsked = { ward: null };

/**
 * Who is where now on the wards that somebody leads, or on one that their role reaches, and what needs them.
 * @returns null where they lead no ward and no ward with a duty is in their reach: it is a page of the line
 */
export const teamInView = guarded(
  { name: 'ringfence.team-in-view', module: 'duties', act: 'write' },
  (platform: Platform, asked: TeamAsked = NO_WARD): Promise<TeamView | null> =>
    inTransaction(platform, async (trx) => {
      const chosen = await chosenPlaces(trx, asked);
      if (chosen === null) return null;
      const { places, choices, writes } = chosen;
      const now = platform.now();
      const today = todayInLondon(now);
      const inView = await wardsInView(trx, { places, today, from: firstToConfirm(today), to: daysOn(today, 7) });
      const person = personOf(platform.principal);
      const open = inView.map((each) => toConfirm(each, { now, person }));
      const tomorrow = nextDay(today);
      const inside = { ...platform, records: trx };
      const names = new Map(inView.flatMap(({ officers }) => officers.map(({ officer, name }) => [officer, name])));
      return {
        ...(await nowOf(trx, { inView, places, now })),
        writes,
        choices,
        duties: open.flatMap(({ duties }) => duties),
        absences: open.flatMap(({ absences }) => absences),
        held: (await heldRecords(inside)).flatMap((each) => heldOf(each, names.get(each.officer), now)),
        gaps: inView.flatMap(({ ward, duties, absences, policy }) =>
          coverGaps(ward.place, policy.cover, tomorrow, onWardStretches(duties, absences)).map((gap) => ({
            ...gap,
            ward,
          })),
        ),
        tomorrow,
        phones: (await whatMayBeLost(inside))
          .filter(({ device }) => names.has(device.officer))
          .map(({ device, said }) => ({ id: device.id, name: names.get(device.officer) ?? '', said })),
      };
    }),
);

/** The same, as far as it keeps itself up to date: asked for every few seconds. */
export const teamNow = guarded(
  { name: 'ringfence.team-now', module: 'duties', act: 'write' },
  (platform: Platform, asked: TeamAsked = NO_WARD): Promise<TeamNowView | null> =>
    inTransaction(platform, async (trx) => {
      const chosen = await chosenPlaces(trx, asked);
      if (chosen === null) return null;
      const { places, writes } = chosen;
      const now = platform.now();
      const today = todayInLondon(now);
      const inView = await wardsInView(trx, { places, today, from: dayBefore(today), to: daysOn(today, 7) });
      return { ...(await nowOf(trx, { inView, places, now })), writes };
    }),
);

async function nowOf(
  trx: Records,
  { inView, places, now }: { inView: readonly WardInView[]; places: readonly WardPlace[]; now: Date },
): Promise<Omit<TeamNowView, 'writes'>> {
  const month = parseMonth(todayInLondon(now).slice(0, 7));
  const totals = await totalsOf(trx, { places: places.map(({ id }) => id), from: month, to: month });
  return {
    now,
    wards: inView.map((each) => ({ ward: each.ward, rows: whereNow(each, now), uncounted: each.uncounted })),
    alerts: inView.flatMap((each) =>
      findAlerts({ inView: each, now, totals }).map((alert) => ({ ...alert, ward: each.ward })),
    ),
    synthetic: inView.some(({ duties }) => duties.some(({ synthetic }) => synthetic)),
  };
}

/** The wards in view, those that may be chosen instead, and whether whoever acts writes there; null for no ward at all. */
async function chosenPlaces(
  trx: Records,
  { ward }: TeamAsked,
): Promise<{ places: WardPlace[]; choices: TeamWard[]; writes: boolean } | null> {
  const { led, read, written } = await readPlacesInReach(trx);
  const all = await placesNumbered(trx, [...new Set([...led, ...read])]);
  const choices = await namedWards(trx, all);
  const [first] = choices.filter(({ place }) => written.includes(place));
  const asked =
    ward === null
      ? led.length > 0
        ? led
        : [first?.place ?? choices[0]?.place ?? -1]
      : choices.filter(({ code }) => code === ward).map(({ place }) => place);
  const places = all.filter(({ id }) => asked.includes(id));
  if (places.length === 0) return null;
  return { places, choices, writes: places.every(({ id }) => led.includes(id) || written.includes(id)) };
}

/** Months before the last one are closed: what was presumed of them has come out so. */
const firstToConfirm = (today: string): string => `${addMonths(parseMonth(today.slice(0, 7)), -1)}-01`;

function daysOn(day: string, count: number): string {
  return count === 0 ? day : daysOn(nextDay(day), count - 1);
}
