import { bordersAmong } from '../panel/borders-among.ts';
import { chooseGroups, treatedAdjoin } from '../run/choose-groups.ts';

/** Areas with what was counted in them, and which of them adjoin. */
export interface CountedAreas {
  /** Areas × (before, after): crimes a month; > 0 in every group that is compared. */
  counts: readonly (readonly [before: number, after: number])[];
  /** Indexes of areas that share a border. */
  pairs: readonly (readonly [number, number])[];
}

/** Which areas of a group are asked about: those around it alone, or both together. */
export type Part = 'nearby' | 'together';

/** Chances above this are sure enough to leave out: the level of an interval is what the number of groups allows next to it. */
const REJECTED = 0.05;
/** Changes of logarithms that are tried for an interval: 50-fold fewer to 50-fold more. */
const WIDEST = Math.log(50);
const STEPS = 80;
const HALVINGS = 12;

/** How far a group's areas moved against all others, beside what other groups did. */
export interface MovedByLot {
  /** Indexes of the areas that are asked about, rising. */
  asked: readonly number[];
  /** Log of the ratio of after to before, less that of all other areas. */
  moved: number;
  /** Share of the groups, the group itself included, that moved as far either way. */
  pValue: number;
  groups: number;
  /** Lowest and highest that is not left out; without limit where even 50-fold is not. */
  interval: { low: number; high: number; level: number };
}

/**
 * How far the areas around a group, or the group with them, moved against all the others; and the chance that a group of as
 * many connected areas, drawn by lot, moves as far. Exact if the group had been so drawn, whatever the figures are like:
 * neighbours that move together, months that are alike and counts that vary more than chance would are in every group's move.
 * The interval takes every constant change of those areas that the same test does not reject.
 * @param group indexes, connected by borders; where they are not, any areas make a group
 * @param seed  for the groups that are drawn where they are too many to take every one
 * @returns null where no area lies around the group, or fewer than two lie beyond
 * @source the test inverted as in Firpo, S. and Possebom, V. (2018), doi:10.1515/jci-2016-0026; the statistic as in
 *   {@link weightedDisplacementDifference}, with the other areas' size brought to that of the group's
 */
export function displacementByLot(
  areas: CountedAreas,
  group: readonly number[],
  part: Part,
  seed: number,
): MovedByLot | null {
  const around = aroundOf(areas.pairs);
  const own = partOf(group, around, part);
  const placed = placesOf(areas, group, seed).map((each) => partOf(each, around, part));
  const beyond = (each: readonly number[]) => areas.counts.length - each.length;
  if (own.asked.length === 0 || beyond(own.all) < 2) return null;
  const judged = placed.filter(({ asked, all }) => asked.length > 0 && beyond(all) >= 2);
  const rank = (change: number) => shareAsFar(shifted(areas.counts, own.asked, change), own, judged);
  const moved = movedIn(areas.counts, own, sumOf(areas.counts, every(areas.counts)));
  const rejected = Math.max(1, Math.floor(REJECTED * judged.length)) / judged.length;
  const isLeftOut = (change: number) => rank(change) <= rejected + Number.EPSILON;
  return {
    asked: own.asked.toSorted((one, other) => one - other),
    moved,
    pValue: rank(0),
    groups: judged.length,
    interval: { low: endOf(isLeftOut, moved, -1), high: endOf(isLeftOut, moved, 1), level: 1 - rejected },
  };
}

/** Areas around each area. */
function aroundOf(pairs: CountedAreas['pairs']): ReadonlyMap<number, ReadonlySet<number>> {
  const around = new Map<number, Set<number>>();
  for (const [one, other] of pairs) {
    around.set(one, (around.get(one) ?? new Set()).add(other));
    around.set(other, (around.get(other) ?? new Set()).add(one));
  }
  return around;
}

/** Every group of the size of one, or as many as are taken: of connected areas, if its are. */
function placesOf({ counts, pairs }: CountedAreas, group: readonly number[], seed: number): number[][] {
  const order = [...group, ...every(counts).filter((area) => !group.includes(area))];
  const borders = bordersAmong(order, pairs);
  const connected = treatedAdjoin(group.length, borders) ? borders : null;
  const { all } = chooseGroups({ units: order.length, treated: group.length, pairs: connected }, seed);
  return all.map((places) => places.map((place) => order[place] as number));
}

interface PartOfGroup {
  /** Areas whose change is asked about. */
  asked: readonly number[];
  /** The group and all around it: what is not compared with. */
  all: readonly number[];
}

function partOf(group: readonly number[], around: ReadonlyMap<number, ReadonlySet<number>>, part: Part): PartOfGroup {
  const nearby = [...new Set(group.flatMap((area) => [...(around.get(area) ?? [])]))].filter(
    (area) => !group.includes(area),
  );
  const all = [...group, ...nearby];
  return { asked: part === 'nearby' ? nearby : nearby.length === 0 ? [] : all, all };
}

type Sums = readonly [before: number, after: number];

function movedIn(counts: CountedAreas['counts'], { asked, all }: PartOfGroup, [before, after]: Sums): number {
  const [ownBefore, ownAfter] = sumOf(counts, asked);
  const [leftBefore, leftAfter] = sumOf(counts, all);
  return Math.log(ownAfter / ownBefore) - Math.log((after - leftAfter) / (before - leftBefore));
}

function sumOf(counts: CountedAreas['counts'], areas: readonly number[]): Sums {
  let [before, after] = [0, 0];
  for (const area of areas) {
    const count = counts[area];
    before += count?.[0] ?? 0;
    after += count?.[1] ?? 0;
  }
  return [before, after];
}

const every = (counts: CountedAreas['counts']): number[] => [...counts.keys()];

/** The counts as they would be without a constant change, in logarithms, of some areas. */
function shifted(counts: CountedAreas['counts'], areas: readonly number[], change: number): CountedAreas['counts'] {
  const changed = new Set(areas);
  return counts.map(([before, after], at) => [before, changed.has(at) ? after * Math.exp(-change) : after] as const);
}

/** Below this two moves are the same but for rounding. */
const ROUNDING = 1e-12;

function shareAsFar(counts: CountedAreas['counts'], own: PartOfGroup, groups: readonly PartOfGroup[]): number {
  const total = sumOf(counts, every(counts));
  const far = Math.abs(movedIn(counts, own, total)) - ROUNDING;
  return groups.filter((each) => Math.abs(movedIn(counts, each, total)) >= far).length / groups.length;
}

/** The change furthest from the estimate on one side that is not left out. */
function endOf(isLeftOut: (change: number) => boolean, moved: number, side: -1 | 1): number {
  const step = (2 * WIDEST) / STEPS;
  const tried = Array.from({ length: STEPS }, (_, at) => moved + side * step * (STEPS - at));
  const at = tried.findIndex((change) => !isLeftOut(change));
  if (at === 0) return side * Infinity;
  let [kept, left] = at === -1 ? [moved, moved + side * step] : [tried[at] as number, tried[at - 1] as number];
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (kept + left) / 2;
    if (isLeftOut(middle)) left = middle;
    else kept = middle;
  }
  return kept;
}
