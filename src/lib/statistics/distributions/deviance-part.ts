/**
 * x ln(x / mean) + mean − x, at least 0: half of what a count adds to a Poisson deviance, exact where x is near the mean.
 * @param x    observed, ≥ 0; 0 gives the mean
 * @param mean expected, > 0
 * @source Loader, C. (2000), Fast and accurate computation of binomial probabilities (the term called bd0 there)
 */
export function deviancePart(x: number, mean: number): number {
  if (x === 0) return mean;
  const gap = x - mean;
  if (Math.abs(gap) >= 0.1 * (x + mean)) return x * Math.log(x / mean) - gap;
  // With v = gap / (x + mean), ln(x / mean) = 2 artanh v: the first term is taken out so that nothing cancels.
  const v = gap / (x + mean);
  let sum = gap * v;
  let power = 2 * x * v;
  for (let odd = 3; odd < 1000; odd += 2) {
    power *= v * v;
    const next = sum + power / odd;
    if (next === sum) break;
    sum = next;
  }
  return sum;
}
