import { limitsFor } from '../../../allocation/index.ts';
import { BOUNDARY_VERSIONS } from '../../../geography/index.ts';
import { wardAdjacency } from '../../../geography/service.ts';
import { dayBefore, isOn } from '../../../lib/calendar/day-runs.ts';
import { nextDay } from '../../../lib/calendar/london-span.ts';
import { todayInLondon } from '../../../lib/calendar/today-in-london.ts';
import { Refused } from '../../../lib/refused.ts';
import type { PostBook } from '../../../organisation/index.ts';
import { postBook } from '../../../organisation/service.ts';
import { guarded, personOf } from '../../../platform/access/index.ts';
import { inTransaction, type Records } from '../../../platform/database/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { callAway, type Recorded } from '../../absences/absence-service.ts';
import type { OrderedBy, PolicyInForce, PostClass, WardPlace } from '../../model.ts';
import { placesNumbered, placesOfUnit } from '../../places/place-service.ts';
import { policyTimeline } from '../../policy/policy-service.ts';
import { ruleAbsence } from '../../policy/rule-absence.ts';
import { coverGaps } from '../cover-gaps.ts';
import type { CoverGap, Ruled, TeamWard, WardInView } from '../model.ts';
import { coverKindOf } from '../model.ts';
import { onWardStretches } from '../on-ward-stretches.ts';
import { readPlacesInReach, readTeam, type Teammate } from '../team-store.ts';
import { wardsInView } from '../ward-view-service.ts';
import type { LendingWard } from './cover-question.ts';
import { type Suggestion, suggestCover } from './suggest-cover.ts';

/** A gap in planned cover with who could stand in, and whether the reader may order each of them to. */
export interface GapWithCover {
  gap: CoverGap;
  suggestions: readonly (Suggestion & { mayOrder: boolean })[];
}

/** What the page of cover shows of one ward. */
export interface CoverView {
  ward: TeamWard;
  /** What is left of today, then tomorrow. */
  gaps: readonly GapWithCover[];
  /** Whether the wards of the whole unit were looked at, or those alone that the reader leads. */
  wholeUnit: boolean;
  synthetic: boolean;
}

const WRITES = { module: 'duties', act: 'write' } as const;

/**
 * Gaps in a ward's planned cover today from now on and tomorrow, and who of other wards could stand in by the rules of
 * allocation. Wards whose duties whoever acts may not see are left out.
 * @param asked.ward code
 * @returns null where the ward is not in their reach
 */
export const coverInView = guarded(
  { name: 'ringfence.cover-in-view', ...WRITES },
  async (platform: Platform, { ward }: { ward: string }): Promise<CoverView | null> => {
    const asked = await inTransaction(platform, (trx) => placesAsked(trx, ward));
    if (asked === null) return null;
    // The book is read in a transaction of its own.
    const { clusters } = await postBook(platform, asked.place.unit);
    return inTransaction(platform, (trx) => coverOf(trx, { ...asked, clusters, now: platform.now() }));
  },
);

/** Somebody who is to cover, as a form has it. */
export interface CoverAsked {
  /** UUID of the absence that it records: what is sent twice is recorded once. */
  id: string;
  /** Code of the ward that is covered. */
  ward: string;
  duty: number;
  from: Date;
}

/**
 * Orders somebody to cover a gap: an absence from their own ward by the order of whoever acts, ruled and recorded as any
 * other, which somebody else confirms.
 * @throws Refused where they cannot stand in any more, by the rules of allocation
 */
export const orderCover = guarded(
  { name: 'ringfence.order-cover', ...WRITES },
  async (platform: Platform, { id, ward, duty, from }: CoverAsked): Promise<Recorded> => {
    const shown = await coverInView(platform, { ward });
    const found = shown?.gaps
      .flatMap(({ gap, suggestions }) => suggestions.map((suggestion) => ({ gap, suggestion })))
      .find(({ suggestion }) => suggestion.duty === duty && suggestion.to > from);
    if (found === undefined)
      throw new Refused([
        {
          field: null,
          sentence: 'They cannot cover any more: somebody was faster, or their own ward needs them. Choose another.',
        },
      ]);
    const { gap, suggestion } = found;
    const at = platform.now();
    const order = { by: roleOf(platform), person: personOf(platform.principal), at, reference: '' };
    const { to } = suggestion;
    return callAway(platform, { id, duty, from: suggestion.from, to, reason: 'cover-ward', covers: gap.place, order });
  },
);

function roleOf({ principal }: Platform): OrderedBy {
  const isInspector = principal.kind === 'person' && principal.grants.some(({ role }) => role === 'inspector');
  return isInspector ? 'neighbourhood-inspector' : 'ward-sergeant';
}

interface PlacesAsked {
  place: WardPlace;
  places: WardPlace[];
  written: readonly number[];
  wholeUnit: boolean;
}

async function placesAsked(trx: Records, ward: string): Promise<PlacesAsked | null> {
  const { led, read, written } = await readPlacesInReach(trx);
  const places = await placesNumbered(trx, [...new Set([...led, ...read])]);
  const place = places.findLast(({ wardCode }) => wardCode === ward);
  if (place === undefined) return null;
  const same = places.filter(
    ({ unit, boundaryVersion }) => unit === place.unit && boundaryVersion === place.boundaryVersion,
  );
  const known = (await placesOfUnit(trx, place.unit)).filter((each) => each.boundaryVersion === place.boundaryVersion);
  return { place, places: same, written: [...led, ...written], wholeUnit: same.length === known.length };
}

async function coverOf(
  trx: Records,
  { place, places, written, wholeUnit, clusters, now }: PlacesAsked & { clusters: PostBook['clusters']; now: Date },
): Promise<CoverView | null> {
  const today = todayInLondon(now);
  const inView = await wardsInView(trx, { places, today, from: dayBefore(today), to: nextDay(today) });
  const own = inView.find((each) => each.ward.place === place.id);
  if (own === undefined) return null;
  const timeline = await policyTimeline(trx, place.unit);
  const team = await readTeam(
    trx,
    places.map(({ id }) => id),
    today,
  );
  const neighbours = await neighboursOf(trx, place);
  const clusterOf = (code: string) =>
    clusters.find(({ wards, during }) => wards.includes(code) && isOn(during, today))?.name ?? null;
  const lending = inView
    .filter(({ ward }) => ward.place !== place.id)
    .map(
      ({ ward }): LendingWard => ({
        ...ward,
        ...countsOf(team, ward.place, today),
        cluster: clusterOf(ward.code),
        neighbour: neighbours.has(ward.code),
      }),
    );
  const gaps = gapsFrom(own, now).map((gap): GapWithCover => {
    const suggestions = suggestCover({
      gap,
      ward: { ...own.ward, cluster: clusterOf(own.ward.code) },
      others: lending,
      officers: inView.flatMap(({ officers }) => officers),
      duties: inView.flatMap(({ duties }) => duties),
      absences: inView.flatMap(({ absences }) => absences),
      cover: own.policy.cover,
      rulingOf: (postClass) => rulingOf(postClass, gap, timeline),
    });
    return { gap, suggestions: suggestions.map((each) => ({ ...each, mayOrder: written.includes(each.ward.place) })) };
  });
  return { ward: own.ward, gaps, wholeUnit, synthetic: team.some(({ synthetic }) => synthetic) };
}

/** What is left of today's gaps, from the next whole minute on, and tomorrow's. */
function gapsFrom({ ward, policy, duties, absences }: WardInView, now: Date): CoverGap[] {
  const today = todayInLondon(now);
  const stretches = onWardStretches(duties, absences);
  const soon = new Date(Math.ceil(now.getTime() / 60_000) * 60_000);
  return [dayBefore(today), today, nextDay(today)]
    .flatMap((day) => coverGaps(ward.place, policy.cover, day, stretches))
    .filter(({ to }) => to > soon)
    .map((gap) => (gap.from < soon ? { ...gap, from: soon } : gap));
}

function countsOf(team: readonly Teammate[], place: number, day: string): Pick<LendingWard, 'officers' | 'pcsos'> {
  const { floors } = limitsFor(day, { dwo: 0, pcso: 0 });
  const posted = (kind: 'officer' | 'pcso') =>
    team.filter((each) => each.place === place && coverKindOf(each.postClass) === kind).length;
  return {
    officers: { posted: posted('officer'), floor: floors.dwo },
    pcsos: { posted: posted('pcso'), floor: floors.pcso },
  };
}

async function neighboursOf(trx: Records, { wardCode, boundaryVersion }: WardPlace): Promise<ReadonlySet<string>> {
  const version = BOUNDARY_VERSIONS.find((each) => each === boundaryVersion);
  const adjacency = version === undefined ? null : await wardAdjacency(trx, version);
  const pairs = adjacency?.pairs.filter((pair) => pair.includes(wardCode)) ?? [];
  return new Set(pairs.flat().filter((code) => code !== wardCode));
}

/** What covering would count as for somebody in a post of a class, ordered before it begins. */
function rulingOf(postClass: PostClass, { from, to }: CoverGap, timeline: readonly PolicyInForce[]): Ruled {
  const order = { by: 'ward-sergeant', person: null, at: from, reference: '' } as const;
  const day = todayInLondon(from);
  const absence = { from, to, reason: 'cover-ward', event: null, order } as const;
  return ruleAbsence({ absence, duty: { day, during: { from, to }, postClass }, timeline, events: [] });
}
