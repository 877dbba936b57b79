import { policesBorough } from './rules/polices-borough.ts';
import { type BoroughHits, reachesBorough } from './rules/reaches-borough.ts';
import { type Tally, wardTotals } from './tally.ts';

/** Why incidents in a ward are kept in the lake but not counted in the ward's series. */
export const UNCOUNTED = {
  otherForce: 'in the area of another police force: kept, not counted in its wards',
  edge: 'in a borough the file reaches only at its edge: kept, not counted in its wards',
  railwayAlone:
    'railway police without the local force in the same vintage: kept, not counted in wards; to count them, take this file back and give it again together with the local force’s',
} as const;

/** Which wards of a set one force's files cover, and how many incidents lie in the others, by reason. */
export interface Covered {
  /** Positions in the ward set. */
  wards: number[];
  uncounted: { reason: string; count: number }[];
}

const RAILWAY_POLICE = 'btp';

/**
 * The wards for which a territorial force's files in one import can make series: those of boroughs that are its own
 * and that the files really reach, zero months included.
 * @param together tallies of the files that are judged as one, this one among them: twelve months in twelve files reach
 * what they reach in one archive
 */
export function coveredWards(tally: Tally, force: string, together: readonly Tally[]): Covered {
  const totals = wardTotals(tally, force);
  const { wards } = tally.wardSet;
  const ofAll = together.map((each) => wardTotals(each, force));
  const own = new Map<string | null, BoroughHits>();
  wards.forEach(({ boroughCode }, at) => {
    if (!policesBorough(force, boroughCode)) return;
    const hits = own.get(boroughCode) ?? { incidents: 0, wards: 0, wardsHit: 0 };
    const incidents = ofAll.reduce((sum, each) => sum + (each[at] ?? 0), 0);
    own.set(boroughCode, {
      incidents: hits.incidents + incidents,
      wards: hits.wards + 1,
      wardsHit: hits.wardsHit + (incidents > 0 ? 1 : 0),
    });
  });
  const reached = new Set(
    [...own].filter(([, hits]) => reachesBorough(hits, [...own.values()])).map(([boroughCode]) => boroughCode),
  );
  const covered: number[] = [];
  const left = { otherForce: 0, edge: 0 };
  wards.forEach(({ boroughCode }, at) => {
    if (reached.has(boroughCode)) covered.push(at);
    else left[own.has(boroughCode) ? 'edge' : 'otherForce'] += totals[at] ?? 0;
  });
  return {
    wards: covered,
    uncounted: [
      { reason: UNCOUNTED.otherForce, count: left.otherForce },
      { reason: UNCOUNTED.edge, count: left.edge },
    ],
  };
}

/**
 * The wards that the railway police's files add to: those the territorial files of the same vintage cover.
 * @param territorial positions covered by territorial files
 */
export function railwayWards(tally: Tally, territorial: ReadonlySet<number>): Covered {
  const totals = wardTotals(tally, RAILWAY_POLICE);
  const wards = [...territorial].sort((a, b) => a - b);
  const left = totals.reduce((sum, count, at) => sum + (territorial.has(at) ? 0 : count), 0);
  return {
    wards,
    uncounted: [{ reason: wards.length === 0 ? UNCOUNTED.railwayAlone : UNCOUNTED.edge, count: left }],
  };
}

export function isRailwayPolice(force: string): boolean {
  return force === RAILWAY_POLICE;
}
