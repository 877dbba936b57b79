import { InvalidArgument } from '../invalid-argument.ts';
import { seededRandom } from '../statistics/random.ts';
import { findDriver, type GoesWith } from './find-driver.ts';
import { handOutAgain } from './hand-out-again.ts';
import { rankAgain } from './rank-again.ts';
import { sampleRegion } from './sample-region.ts';
import { sampleSimplex } from './sample-simplex.ts';
import { type Tally, tally } from './tally.ts';
import { type Bounds, drawInBounds } from './weight-region.ts';
import { type WeightSpread, weightSpread } from './weight-spread.ts';

/** Officers to hand out, and what demand may be made of. */
export interface AcceptabilityQuestion {
  /**
   * Component by component each ward's share of the total, W each. null for a component without figures: its weight is
   * drawn where regions bound it, and then shared out over the others in proportion.
   */
  shares: readonly (readonly number[] | null)[];
  floors: readonly number[];
  ceilings: readonly number[];
  officers: number;
  /** Where the weights of all components are drawn from, in turn; null for anywhere. */
  regions: readonly Bounds[] | null;
  samples: number;
  seed: number;
}

/** What the weightings gave one ward. */
export interface Acceptability {
  /** Officers, as text → share of the weightings. */
  shares: Record<string, number>;
  /** Rank by demand, as text → share of the weightings. */
  ranks: Record<string, number>;
  /** Position of the component whose weight goes most closely with its number; null where the number never changed. */
  driver: number | null;
  direction: Direction | null;
  /** The next, where its correlation comes within 0.05; null otherwise. */
  runnerUp: { component: number; direction: Direction } | null;
}

/** Whether more weight on a component goes with more officers or with fewer. */
type Direction = 'more' | 'fewer';

/**
 * Hands officers out under many weightings drawn at random, and counts what every ward gets: stochastic multicriteria
 * acceptability. Each weighting's demand is added up as weighDemand adds it, and its numbers are those of handOut.
 * A ward's driver is the component whose weight goes most closely with its number; it has none where the number never changed.
 * @throws InvalidArgument when the officers do not fit, no weighting keeps a region's bounds, or nothing has figures
 * @source Lahdelma, Hokkanen & Salminen (1998), doi:10.1016/S0377-2217(97)00163-X; Lahdelma & Salminen (2001),
 *   doi:10.1287/opre.49.3.444.11220
 * @example
 * const [first] = acceptability({
 *   shares: [[0.7, 0.3], [0.3, 0.7]], floors: [1, 1], ceilings: [7, 7], officers: 5, regions: null, samples: 1000, seed: 1,
 * });
 * // first.driver: 0, first.direction: 'more'
 */
export function acceptability(question: AcceptabilityQuestion): Acceptability[] {
  const { shares, floors, samples, seed } = question;
  const held = shares.flatMap((each, component) => (each === null ? [] : [{ component, shares: each }]));
  if (held.length === 0) throw new InvalidArgument('At least one component must have figures.');
  const seen = countsOf(floors, held.length);
  const draw = drawInTurn(question);
  const tryWeights = weightingOf(question, held, seen);
  const random = seededRandom(seed);
  const drawn = new Float64Array(shares.length);
  for (let sample = 0; sample < samples; sample += 1) {
    draw(sample, random, drawn);
    tryWeights(drawn);
  }
  return floors.map((_, ward) => ({
    shares: seen.numbers.sharesOf(ward, samples),
    ranks: seen.ranks.sharesOf(ward, samples),
    ...driverOf(seen.spread.correlations(ward), held),
  }));
}

/** A component that has figures, and its place among all. */
interface Held {
  component: number;
  shares: readonly number[];
}

/** What is counted of every weighting. */
interface Counts {
  numbers: Tally;
  ranks: Tally;
  spread: WeightSpread;
}

const countsOf = (floors: readonly number[], components: number): Counts => ({
  numbers: tally(floors),
  ranks: tally(floors.map(() => 1)),
  spread: weightSpread(components, floors.length),
});

/** Prepares to hand out under one weighting after another and to count what came of each; nothing is allocated then. */
function weightingOf(
  question: AcceptabilityQuestion,
  held: readonly Held[],
  seen: Counts,
): (drawn: Float64Array) => void {
  const { floors, ceilings, officers } = question;
  const wards = floors.length;
  const handOut = handOutAgain(floors, ceilings, officers);
  const ranking = rankAgain(wards);
  const components = Int32Array.from(held, ({ component }) => component);
  const weights = new Float64Array(held.length);
  const demand = new Float64Array(wards);
  const table = Float64Array.from(
    { length: wards * held.length },
    (_, at) => held[at % held.length]?.shares[Math.floor(at / held.length)] ?? 0,
  );
  return (drawn) => {
    for (let place = 0; place < weights.length; place += 1) weights[place] = drawn[components[place] ?? 0] ?? 0;
    rescale(weights);
    weigh(weights, table, demand);
    handOut.solve(demand);
    ranking.rank(demand);
    for (let ward = 0; ward < wards; ward += 1) {
      seen.numbers.add(ward, handOut.numbers[ward] ?? 0);
      seen.ranks.add(ward, ranking.ranks[ward] ?? 0);
    }
    seen.spread.add(weights, handOut.numbers);
  };
}

/** Draws anywhere, or from each region in turn; a component without figures has no weight but in a region. */
function drawInTurn({ shares, regions }: AcceptabilityQuestion) {
  const whole = {
    least: shares.map(() => 0),
    most: shares.map((each) => (each === null ? 0 : 1)),
  };
  if (regions === null && shares.every((each) => each !== null))
    return (_sample: number, random: () => number, into: Float64Array) => sampleSimplex(random, into);
  const draws = (regions ?? [whole]).map((bounds) => {
    const drawnIn = drawInBounds(bounds);
    if (drawnIn.kind !== 'region') throw new InvalidArgument(`No weighting keeps the bounds: ${drawnIn.kind}.`);
    return sampleRegion(drawnIn.bounds);
  });
  return (sample: number, random: () => number, into: Float64Array) => draws[sample % draws.length]?.(random, into);
}

/** Scales weights to sum to 1, added up in their order as weighDemand does. */
function rescale(weights: Float64Array): void {
  let sum = 0;
  for (let place = 0; place < weights.length; place += 1) sum += weights[place] ?? 0;
  for (let place = 0; place < weights.length; place += 1) weights[place] = (weights[place] ?? 0) / sum;
}

function weigh(weights: Float64Array, table: Float64Array, demand: Float64Array): void {
  for (let ward = 0, at = 0; ward < demand.length; ward += 1) {
    let sum = 0;
    for (let place = 0; place < weights.length; place += 1, at += 1) sum += (weights[place] ?? 0) * (table[at] ?? 0);
    demand[ward] = sum;
  }
}

function driverOf(
  correlations: readonly number[],
  held: readonly Held[],
): Pick<Acceptability, 'driver' | 'direction' | 'runnerUp'> {
  const driver = findDriver(correlations);
  const told = ({ component, sign }: GoesWith) => ({
    component: held[component]?.component ?? component,
    direction: sign > 0 ? ('more' as const) : ('fewer' as const),
  });
  if (driver === null) return { driver: null, direction: null, runnerUp: null };
  const { component, direction } = told(driver);
  return { driver: component, direction, runnerUp: driver.runnerUp === null ? null : told(driver.runnerUp) };
}
