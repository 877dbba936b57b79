import { InvalidArgument } from '../../invalid-argument.ts';
import { type EarlierPair, type EarlierSpans, earlierPairs } from './earlier-pairs.ts';
import { type DispersedReference, satterthwaite } from './reference-distribution.ts';

/** How much more variable than Poisson counts the change between two spans is. */
export interface Dispersion {
  /** Variance of the change over that of Poisson counts; at least 1. */
  dispersion: number;
  /** Satterthwaite's, for people; the p-value is of the exact distribution below. */
  degreesOfFreedom: number;
  /** Pairs of spans behind it, over all areas. */
  pairs: number;
  /** Areas with at least one pair. */
  areas: number;
  reference: DispersedReference;
}

/**
 * Estimates the dispersion of the change between two spans from earlier pairs of spans equally far apart: the mean square
 * of their changes, so that whatever months and years have in common (autocorrelation, drift) is in it for the very length
 * and distance compared.
 *
 * Assumes that the spans of one area are about independent of each other, and that areas given together have the same
 * dispersion and the same correlation between any two in the same pair of spans. Of pairs that share a span, each counts
 * as less than one degree of freedom.
 * @param areas one, or those to pool; all series begin at the same step
 * @param options.lag steps between the spans compared, whole ≥ 1
 * @returns null when no area has a pair
 * @throws InvalidArgument when a lag, count or number of days is out of range
 * @source Pearson's statistic for overdispersion: McCullagh and Nelder (1989), Generalized Linear Models, 4.5; differences
 * of neighbours: von Neumann (1941), doi:10.1214/aoms/1177731677; degrees of freedom: Satterthwaite (1946),
 * doi:10.2307/3002019
 */
export function estimateDispersion(areas: readonly EarlierSpans[], options: { lag: number }): Dispersion | null {
  const { lag } = options;
  if (!(Number.isInteger(lag) && lag >= 1)) throw new InvalidArgument(`a lag is a whole number of steps, not ${lag}`);
  for (const span of areas.flatMap(({ spans }) => spans))
    if (span && !(span.count >= 0 && span.days > 0))
      throw new InvalidArgument(`a span has a count and days, not ${span.count} in ${span.days} days`);
  const changes = areas.map((area) => earlierPairs(area, lag)).filter((pairs) => pairs.length > 0);
  const all = changes.flat();
  if (all.length === 0) return null;
  const meanSquare = sum(all.map(({ change }) => change ** 2)) / all.length;
  const reference = referenceOf(changes, lag);
  return {
    dispersion: Math.max(1, meanSquare),
    degreesOfFreedom: satterthwaite(reference),
    pairs: all.length,
    areas: changes.length,
    reference,
  };
}

/**
 * The distribution of the mean square. Changes that follow each other have correlation −½ (one's later span is the other's
 * earlier), so q in a row are q independent parts sized 1 + cos(kπ / (q + 1)); areas with correlation ρ split each part
 * into a common one sized 1 + (m − 1)ρ and m − 1 sized 1 − ρ.
 */
function referenceOf(changes: readonly (readonly EarlierPair[])[], lag: number): DispersedReference {
  const total = sum(changes.map((pairs) => pairs.length));
  const steps = new Set(changes.flatMap((pairs) => pairs.map(({ step }) => step)));
  const areasEach = total / steps.size;
  const correlation = correlationBetweenAreas(changes);
  const common = (1 + (areasEach - 1) * correlation) / total;
  const own = (1 - correlation) / total;
  return partsOfRuns(steps, lag).flatMap((size) => [
    { share: size * common, degreesOfFreedom: 1 },
    ...(areasEach > 1 && own > 0 ? [{ share: size * own, degreesOfFreedom: areasEach - 1 }] : []),
  ]);
}

/** Sizes of the independent parts of changes at these steps. */
function partsOfRuns(steps: ReadonlySet<number>, lag: number): number[] {
  const runs = [...steps].filter((step) => !steps.has(step - lag)).map((first) => runLength(steps, first, lag));
  return runs.flatMap((length) =>
    Array.from({ length }, (_, index) => 1 + Math.cos(((index + 1) * Math.PI) / (length + 1))),
  );
}

function runLength(steps: ReadonlySet<number>, first: number, lag: number): number {
  let length = 0;
  while (steps.has(first + length * lag)) length += 1;
  return length;
}

/** Mean product of the changes of two areas at the same step over their mean square; 0 to 1, and 0 for one area. */
function correlationBetweenAreas(changes: readonly (readonly EarlierPair[])[]): number {
  const all = changes.flat();
  let products = 0;
  let couples = 0;
  for (const step of new Set(all.map((pair) => pair.step))) {
    const together = all.filter((pair) => pair.step === step).map(({ change }) => change);
    products += sum(together) ** 2 - sum(together.map((change) => change ** 2));
    couples += together.length * (together.length - 1);
  }
  const meanSquare = sum(all.map(({ change }) => change ** 2)) / all.length;
  if (couples === 0 || meanSquare === 0) return 0;
  return Math.min(1, Math.max(0, products / couples / meanSquare));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
