import { type Random, seededRandom } from '../statistics/random.ts';
import { sampleSimplex } from './sample-simplex.ts';
import type { Bounds } from './weight-region.ts';

/** Fills in one draw of weights that sum to 1. */
export type DrawWeights = (random: Random, into: Float64Array) => void;

/** A way to propose parts: the first `boxed` of the parts, narrowest first, each in its own bounds, the rest as a simplex. */
interface Proposal {
  boxed: number;
  /** Whether parts are measured down from the most instead of up from the least. */
  fromMost: boolean;
}

/** Bounds as widths above the least, narrowest first; parts that cannot move are left out. */
interface Region {
  order: Int32Array;
  widths: Float64Array;
  /** What the parts above the least sum to. */
  above: number;
  /** What the parts below the most sum to. */
  below: number;
}

/** A part that can move by no more is where it is. */
const FIXED = 1e-10;
/** Where all parts together can move by no more, rounding decides whether a draw fits, and the middle stands for all. */
const NO_ROOM = 1e-8;
const TRIALS = 400;

/**
 * Draws weights that sum to 1 within bounds, every such set of weights as likely as any other, exactly: by rejection.
 *
 * A proposal draws the narrowest b of the k movable parts each evenly between its bounds and splits what is left, r, evenly
 * over the other parts as on a simplex. That split has density proportional to 1/r^(k−b−1), so that the draw is kept with
 * probability (r / all)^(k−b−1), and only if every part is within its bounds: what is kept is uniform. Any b would do, and so
 * would measuring down from the most; the one that keeps most of 400 trials is used. Trials have a seed of their own and are
 * thrown away, so that the choice changes the speed and not the distribution.
 * @param bounds as drawInBounds gives them
 */
export function sampleRegion({ least, most }: Bounds): DrawWeights {
  const region = regionOf({ least, most });
  const { order, widths, above, below } = region;
  if (Math.min(above, below) < NO_ROOM) {
    const middle = least.map((bound, component) => {
      const width = (most[component] ?? 0) - bound;
      return above + below > 0 ? bound + (width * above) / (above + below) : bound;
    });
    return (_random, into) => settle(into, middle);
  }
  const proposal = quickest(region);
  const parts = new Float64Array(order.length);
  return (random, into) => {
    while (!propose(region, proposal, random, parts));
    settle(into, least);
    for (let place = 0; place < parts.length; place += 1) {
      const component = order[place] ?? 0;
      const part = Math.min(parts[place] ?? 0, widths[place] ?? 0);
      into[component] = proposal.fromMost ? (most[component] ?? 0) - part : (least[component] ?? 0) + part;
    }
  };
}

function settle(into: Float64Array, weights: readonly number[]): void {
  for (let component = 0; component < into.length; component += 1) into[component] = weights[component] ?? 0;
}

function regionOf({ least, most }: Bounds): Region {
  const width = (component: number) => (most[component] ?? 0) - (least[component] ?? 0);
  const movable = least.flatMap((_, component) => (width(component) > FIXED ? [component] : []));
  const order = Int32Array.from(movable.toSorted((a, b) => width(a) - width(b) || a - b));
  const widths = Float64Array.from(order, width);
  const above = 1 - least.reduce((sum, bound) => sum + bound, 0);
  return { order, widths, above, below: widths.reduce((sum, each) => sum + each, 0) - above };
}

/** Tries one proposal; true when the parts it filled in are kept. */
function propose(region: Region, { boxed, fromMost }: Proposal, random: Random, parts: Float64Array): boolean {
  const { widths } = region;
  const all = fromMost ? region.below : region.above;
  let left = all;
  for (let place = 0; place < boxed; place += 1) {
    const part = random() * (widths[place] ?? 0);
    parts[place] = part;
    left -= part;
  }
  if (left < 0) return false;
  let kept = 1;
  for (let power = parts.length - boxed - 1; boxed > 0 && power > 0; power -= 1) kept *= left / all;
  if (kept < 1 && random() >= kept) return false;
  sampleSimplex(random, parts, left, boxed);
  for (let place = boxed; place < parts.length; place += 1)
    if ((parts[place] ?? 0) > (widths[place] ?? 0)) return false;
  return true;
}

function quickest(region: Region): Proposal {
  const proposals = [false, true].flatMap((fromMost) =>
    Array.from(region.order, (_, boxed): Proposal => ({ boxed, fromMost })),
  );
  const [first = { boxed: 0, fromMost: false }, ...others] = proposals;
  return others.reduce(
    (best, proposal) => {
      const kept = keptOfTrials(region, proposal);
      return kept > best.kept ? { proposal, kept } : best;
    },
    { proposal: first, kept: keptOfTrials(region, first) },
  ).proposal;
}

function keptOfTrials(region: Region, proposal: Proposal): number {
  const random = seededRandom(1);
  const parts = new Float64Array(region.order.length);
  let kept = 0;
  for (let trial = 0; trial < TRIALS; trial += 1) if (propose(region, proposal, random, parts)) kept += 1;
  return kept;
}
