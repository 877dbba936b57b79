/**
 * How much likelier a count is under its best relative risk above 1 than under none, as a logarithm; 0 where it is no more
 * than expected.
 * @source Kulldorff et al. (2011), doi:10.1080/07474946.2011.539924
 */
export function logLikelihoodRatio(count: number, expected: number): number {
  return count <= expected ? 0 : expected - count + count * Math.log(count / expected);
}

/** The least count whose log-likelihood ratio reaches a critical value. */
export function signallingCount(expected: number, critical: number, minimumEvents: number): number {
  let count = Math.max(minimumEvents, Math.ceil(expected));
  while (logLikelihoodRatio(count, expected) < critical) count += 1;
  return count;
}

/** The expected events up to which a count, once reached, signals: where its log-likelihood ratio is the critical value. */
export function expectedAtSignal(count: number, critical: number): number {
  let [low, high] = [0, count];
  for (let step = 0; step < 100 && high - low > 1e-14 * count; step += 1) {
    const middle = (low + high) / 2;
    if (logLikelihoodRatio(count, middle) > critical) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
