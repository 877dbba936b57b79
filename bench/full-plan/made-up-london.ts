// Made-up wards: boroughs of hexagons, log-normal demand, postings of a year before. The same for the same seed.

import { handOut } from '../../src/lib/apportionment/index.ts';
import type { FullPlanQuestion } from '../../src/lib/optimisation/index.ts';
import { normal, type Random, seededRandom } from '../../src/lib/statistics/random.ts';

const SEED = 20_260_301;
const FLOOR = 2;
const CEILING = 7;
/** Hexagons beside one another in a borough. */
const BESIDE = 5;
/** Wards of a cluster. */
const CLUSTER = 6;
/** Of wards, so many have a sergeant of their own or share one. */
const SERGEANTS_PER_WARD = 0.85;
const OFFICERS_PER_WARD = 3.5;
/** Standard deviations of the logarithms of demand, and of its change in a year. */
const SPREAD = 0.5;
const CHANGE = 0.25;
/** A cluster's officers lie within so many of its demand share of all. */
const BALANCE = 2.5;
/** Part of the moves to the hand-out that the rule allows. */
const MOVES_ALLOWED = 0.7;

/** Wards of each borough; 32 with 679 wards in all. */
const LONDON = Array.from({ length: 32 }, (_, borough) => (borough < 7 ? 22 : 21));
/** Boroughs of each unit: eight of three and four of two. */
const UNITS = Array.from({ length: 12 }, (_, unit) => (unit < 8 ? 3 : 2));

/** Two boroughs of 37 wards together, with tiers fixed for some, pairs and three side rules. */
export function madeUpUnit(): FullPlanQuestion {
  const asked = questionOf([20, 17], seededRandom(SEED));
  const { sergeants } = asked;
  return { ...asked, sergeants: sergeants && { ...sergeants, mustShare: [3, 8], mustNotShare: [0, 25] } };
}

/** The twelve units of a made-up London, and all its wards as one. */
export function madeUpLondon(): { units: FullPlanQuestion[]; whole: FullPlanQuestion } {
  const random = seededRandom(SEED);
  let first = 0;
  const units = UNITS.map((boroughs) => {
    const sizes = LONDON.slice(first, first + boroughs);
    first += boroughs;
    return questionOf(sizes, random);
  });
  return { units, whole: questionOf(LONDON, seededRandom(SEED)) };
}

/** Cluster balance, moves at most 0.7 of what the hand-out needs, no ward loses more than one and one loses none. */
function questionOf(boroughs: readonly number[], random: Random): FullPlanQuestion {
  const before = boroughs.flatMap((wards) => Array.from({ length: wards }, () => Math.exp(SPREAD * normal(random))));
  const changed = before.map((demand) => demand * Math.exp(CHANGE * normal(random)));
  const whole = changed.reduce((sum, demand) => sum + demand, 0);
  const demand = changed.map((share) => share / whole);
  const officers = Math.round(OFFICERS_PER_WARD * demand.length);
  const current = handedOut(before, officers);
  const wanted = handedOut(demand, officers);
  const moved = wanted.reduce((sum, number, ward) => sum + Math.max(0, number - (current[ward] ?? 0)), 0);
  const protectedWard = current.indexOf(Math.max(...current));
  const starts = boroughs.map((_, borough) => boroughs.slice(0, borough).reduce((sum, wards) => sum + wards, 0));
  return {
    demand,
    floors: current.map((number, ward) => Math.max(FLOOR, ward === protectedWard ? number : number - 1)),
    ceilings: demand.map(() => CEILING),
    officers,
    groups: boroughs.flatMap((wards, borough) => clusters(demand, officers, starts[borough] ?? 0, wards)),
    moves: { current, most: Math.floor(moved * MOVES_ALLOWED) },
    sergeants: {
      sergeants: Math.round(demand.length * SERGEANTS_PER_WARD),
      pairs: boroughs.flatMap((wards, borough) => hexagonPairs(starts[borough] ?? 0, wards)),
      mustShare: [],
      mustNotShare: [],
      span: null,
    },
  };
}

export function handedOut(demand: readonly number[], officers: number): number[] {
  const answer = handOut(
    demand,
    demand.map(() => FLOOR),
    demand.map(() => CEILING),
    officers,
  );
  if (answer.kind !== 'optimal') throw new Error('The made-up wards can be handed their officers.');
  return answer.officers;
}

function clusters(
  demand: readonly number[],
  officers: number,
  first: number,
  wards: number,
): FullPlanQuestion['groups'] {
  return Array.from({ length: Math.ceil(wards / CLUSTER) }, (_, cluster) => {
    const begin = first + cluster * CLUSTER;
    const members = Array.from({ length: Math.min(CLUSTER, first + wards - begin) }, (_, place) => begin + place);
    const quota = officers * members.reduce((sum, ward) => sum + (demand[ward] ?? 0), 0);
    return { name: `cluster from ward ${begin}`, wards: members, least: quota - BALANCE, most: quota + BALANCE };
  });
}

/** Hexagons in rows of five, every other row half a hexagon to the right: each touches up to six. */
function hexagonPairs(first: number, wards: number): [number, number][] {
  const place = (row: number, column: number) => row * BESIDE + column;
  return Array.from({ length: wards }, (_, ward) => {
    const [row, column] = [Math.floor(ward / BESIDE), ward % BESIDE];
    const lower = row % 2 === 0 ? [column - 1, column] : [column, column + 1];
    const below = lower.filter((other) => other >= 0 && other < BESIDE).map((other) => place(row + 1, other));
    const beside = column + 1 < BESIDE ? [ward + 1] : [];
    return [...beside, ...below]
      .filter((other) => other < wards)
      .map((other): [number, number] => [first + ward, first + other]);
  }).flat();
}
