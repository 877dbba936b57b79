import { InvalidArgument } from '../../invalid-argument.ts';
import { normalUpperQuantile, studentUpperQuantile } from '../distributions/index.ts';
import { aroundRatio } from './log-wald.ts';

/** Events and exposure of two groups in one stratum, such as a small area. */
export interface RateStratum {
  /** Events of the two groups, ≥ 0. */
  cases: readonly [number, number];
  /** Exposure of the two groups, ≥ 0, in one unit; a stratum in which either has none says nothing. */
  exposure: readonly [number, number];
  /** Strata of one name vary together, as the small areas of a ward may; left out: each by itself. */
  cluster?: string;
}

/** A ratio common to the strata, with two intervals kept apart. */
export interface StratifiedRatio {
  /** null where no stratum has events of the second group beside residents of the first. */
  ratio: number | null;
  /** Greenland and Robins: of Poisson counts. */
  interval: [number, number];
  /** Of counts that vary more, and together, within a cluster; null with fewer than two that count. */
  clusteredInterval: [number, number] | null;
  /** Strata in which both groups have exposure and someone has an event: those that say something. */
  strata: number;
  clusters: number;
}

/** What a stratum, or several, adds to the two sums whose quotient is the ratio. */
interface Sums {
  first: number;
  second: number;
  variance: number;
}

/**
 * The rate ratio of two groups within strata: what differs between strata, such as how much is searched in an area, does
 * not count as a difference between groups. Mantel and Haenszel's weights bear strata with few events, even with none.
 *
 * The clustered interval is a jackknife over clusters with Student's t (clusters − 1): it makes no assumption on how
 * events vary or hang together within a cluster, and needs a dozen clusters or more to hold its level.
 * @param level of both intervals
 * @throws InvalidArgument when a count or an exposure is below zero
 * @source Greenland and Robins (1985), Biometrics 41:55–68, doi:10.2307/2530643 (ratio and variance);
 *   Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 11 (jackknife)
 * @example mantelHaenszelRateRatio([{ cases: [32, 2], exposure: [52407, 18790] }]).ratio // 5.74
 */
export function mantelHaenszelRateRatio(strata: readonly RateStratum[], level = 0.95): StratifiedRatio {
  const clusters = new Map<string, Sums>();
  let informative = 0;
  strata.forEach((stratum, at) => {
    const sums = sumsOf(stratum);
    if (sums === null) return;
    informative += 1;
    const key = stratum.cluster ?? `\u0000${at}`;
    const before = clusters.get(key);
    clusters.set(key, before === undefined ? sums : added(before, sums));
  });
  const parts = [...clusters.values()];
  const whole = parts.reduce(added, { first: 0, second: 0, variance: 0 });
  const counted = { strata: informative, clusters: parts.length };
  const { first, second, variance } = whole;
  if (first === 0 || second === 0) {
    const open: [number, number] = [0, Number.POSITIVE_INFINITY];
    return { ratio: second === 0 ? null : 0, interval: open, clusteredInterval: null, ...counted };
  }
  const ratio = first / second;
  const standardError = Math.sqrt(variance / (first * second));
  const tail = (1 - level) / 2;
  const spread = jackknifeError(whole, parts);
  return {
    ratio,
    interval: aroundRatio(ratio, standardError * normalUpperQuantile(tail)),
    clusteredInterval:
      spread === null ? null : aroundRatio(ratio, spread * studentUpperQuantile(tail, parts.length - 1)),
    ...counted,
  };
}

function sumsOf({ cases: [a, b], exposure: [m, n] }: RateStratum): Sums | null {
  if (!(a >= 0 && b >= 0)) throw new InvalidArgument('A count is below zero.');
  if (!(m >= 0 && n >= 0)) throw new InvalidArgument('An exposure is below zero.');
  if (m === 0 || n === 0 || a + b === 0) return null;
  const total = m + n;
  return { first: (a * n) / total, second: (b * m) / total, variance: ((a + b) * m * n) / (total * total) };
}

function added(a: Sums, b: Sums): Sums {
  return { first: a.first + b.first, second: a.second + b.second, variance: a.variance + b.variance };
}

/** Standard error of the logarithm of the ratio, from leaving out each cluster in turn; null where one bears all. */
function jackknifeError({ first, second }: Sums, parts: readonly Sums[]): number | null {
  if (parts.length < 2) return null;
  const without = parts.map((part) => Math.log((first - part.first) / (second - part.second)));
  if (without.some((each) => !Number.isFinite(each))) return null;
  const mean = without.reduce((sum, each) => sum + each, 0) / parts.length;
  const squares = without.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  return Math.sqrt(((parts.length - 1) / parts.length) * squares);
}
