import type { BoundaryVersion } from '../../geography/index.ts';
import { BOUNDARY_VERSIONS } from '../../geography/index.ts';
import { areaNames } from '../../geography/service.ts';
import { within } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import { absencesOf } from '../absences/absence-service.ts';
import { eventsHeld } from '../calendar/calendar-service.ts';
import { dutiesOf } from '../duties/duty-service.ts';
import { readUncounted } from '../duties/settle-store.ts';
import { chargedOf } from '../ledger/ledger-service.ts';
import type { WardPlace } from '../model.ts';
import { policyOn } from '../policy/policy-on.ts';
import { policyTimeline } from '../policy/policy-service.ts';
import type { TeamWard, WardInView } from './model.ts';
import { namesShown } from './names-shown.ts';
import { rulingsOf } from './rulings-of.ts';
import { readNames, readTeam } from './team-store.ts';

/** Which wards are looked at, of one unit, and from which day to which. */
export interface WardsAsked {
  places: readonly WardPlace[];
  /** The day for which teams and policy are told. */
  today: string;
  from: string;
  to: string;
}

/** Wards by name, as pages say them. */
export const namedWards = within(
  'ringfence.named-wards',
  async (trx: Records, places: readonly WardPlace[]): Promise<TeamWard[]> => {
    const names = new Map<string, string>();
    for (const version of new Set(places.map(({ boundaryVersion }) => boundaryVersion)))
      for (const [code, name] of await namesIn(trx, version)) names.set(`${version} ${code}`, name);
    return places
      .map(({ id, wardCode, boroughCode, boundaryVersion }) => ({
        place: id,
        code: wardCode,
        name: names.get(`${boundaryVersion} ${wardCode}`) ?? wardCode,
        boroughCode,
      }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  },
);

async function namesIn(trx: Records, version: string): Promise<ReadonlyMap<string, string>> {
  const known = BOUNDARY_VERSIONS.find((each): each is BoundaryVersion => each === version);
  return known === undefined ? new Map() : areaNames(trx, known);
}

/**
 * Wards with their teams, duties, absences and rulings, as far as whoever acts may see them; by name. Who has a duty there
 * and is posted there no more is of the team too.
 */
export const wardsInView = within(
  'ringfence.wards-in-view',
  async (trx: Records, { places, today, from, to }: WardsAsked): Promise<WardInView[]> => {
    const [first] = places;
    if (first === undefined) return [];
    const ids = places.map(({ id }) => id);
    const wards = await namedWards(trx, places);
    const duties = await dutiesOf(trx, { places: ids, from, to });
    const absences = await absencesOf(trx, { places: ids, from, to });
    const wardDuties = duties.filter(({ kind }) => kind === 'ward').map(({ id }) => id);
    const uncounted = await readUncounted(trx, 'duty', wardDuties);
    const team = await readTeam(trx, ids, today);
    const names = await readNames(
      trx,
      duties.map(({ officer }) => officer),
    );
    const timeline = await policyTimeline(trx, first.unit);
    const ground = { timeline, entered: await eventsHeld(trx, first.unit), charged: await chargedOf(trx, absences) };
    const rulings = rulingsOf(duties, absences, ground);
    const { policy } = policyOn(timeline, today);
    return wards.map((ward) => {
      const own = duties.filter(({ place }) => place === ward.place);
      const posted = team.filter(({ place }) => place === ward.place);
      const others = own.filter(({ officer }) => !posted.some((each) => each.officer === officer));
      const once = new Map(others.map((duty) => [duty.officer, duty]));
      const shown = namesShown([...once.keys()], names);
      const besides = [...once.values()].map(({ officer, postClass }) => ({
        ...{ officer, name: shown.get(officer) ?? '', place: ward.place, postClass },
      }));
      return {
        ward,
        officers: [...posted, ...besides],
        duties: own,
        uncounted,
        absences: absences.filter(({ place }) => place === ward.place),
        rulings,
        policy,
      };
    });
  },
);
