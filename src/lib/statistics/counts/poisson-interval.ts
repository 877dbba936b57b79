import {
  gammaQuantile,
  gammaUpperQuantile,
  poissonLower,
  poissonProbability,
  poissonUpper,
} from '../distributions/index.ts';
import { requireCount, requireLevel } from './rate-question.ts';

/**
 * Exact central interval for the expected number of events behind one Poisson count; divide both ends by the exposure for
 * a rate.
 * @param count events, whole ≥ 0
 * @param level share of intervals that hold the expected number, in (0, 1)
 * @throws InvalidArgument when a number is out of range
 * @source Garwood (1936), doi:10.1093/biomet/28.3-4.437
 */
export function poissonInterval(count: number, level = 0.95): [number, number] {
  const tail = (1 - requireLevel(level)) / 2;
  return [requireCount(count) === 0 ? 0 : gammaQuantile(tail, count), gammaUpperQuantile(tail, count + 1)];
}

/**
 * Like `poissonInterval`, but with only half the chance of the very count seen: shorter, and right on average only.
 * @throws InvalidArgument when a number is out of range
 */
export function poissonIntervalMidP(count: number, level = 0.95): [number, number] {
  const tail = (1 - requireLevel(level)) / 2;
  const [low, high] = poissonInterval(count, level);
  if (count === 0) return [0, -Math.log(2 * tail)];
  const half = (mean: number) => poissonProbability(count, mean) / 2;
  return [
    tailMean(count, (mean) => poissonUpper(count, mean) - half(mean), tail, low, 1),
    tailMean(count, (mean) => poissonLower(count, mean) - half(mean), tail, high, -1),
  ];
}

/** The mean at which a mid-p tail is `tail`, by Newton's steps on the logarithms of both. */
function tailMean(count: number, midTail: (mean: number) => number, tail: number, start: number, side: 1 | -1): number {
  let mean = start;
  for (let step = 0; step < 100; step += 1) {
    const reached = midTail(mean);
    // d/dmean of the tail is ± half of P(X = count) (count / mean + 1), and mean times that on the logarithmic scale.
    const slope = (side * poissonProbability(count, mean) * (count + mean)) / 2;
    const move = (reached / slope) * Math.log(tail / reached);
    mean *= Math.exp(move);
    if (Math.abs(move) < 1e-14) break;
  }
  return mean;
}
