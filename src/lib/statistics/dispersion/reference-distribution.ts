import { studentUpperQuantile } from '../distributions/index.ts';

/**
 * What a squared standardised change is judged by: Z² ÷ W, where Z is normal and W, the estimated dispersion over the true
 * one, is the sum of each `share` times a chi-squared variable with `degreesOfFreedom`. The shares times their degrees of
 * freedom sum to 1. One part with share 1/ν is the square of Student's t.
 */
export type DispersedReference = readonly { share: number; degreesOfFreedom: number }[];

/** Satterthwaite's degrees of freedom: those of the single chi-squared variable with W's mean and variance. */
export function satterthwaite(reference: DispersedReference): number {
  return 1 / reference.reduce((sum, part) => sum + part.degreesOfFreedom * part.share ** 2, 0);
}

/** Angles of a double-exponential rule on 0 to π/2: the square of each sine, and its weight over π/2. */
const NODES = Array.from({ length: 97 }, (_, index) => {
  const t = (index - 48) / 14;
  const outer = Math.PI * Math.sinh(t);
  const share = 1 / (1 + Math.exp(-outer));
  return {
    squaredSine: Math.sin((Math.PI / 2) * share) ** 2,
    weight: (share * (1 / (1 + Math.exp(outer))) * Math.PI * Math.cosh(t)) / 14,
  };
});

/**
 * P(Z² ÷ W > x), to a relative error of 1e-10 below ½ and 1e-8 above: the two-sided normal tail as an integral of exp(−x W / 2 sin² θ) over angles, whose
 * expectation over W is a product of powers.
 * @param x ≥ 0
 * @source Craig (1991), doi:10.1109/MILCOM.1991.258319, for the normal tail; the moment generating function of χ² for W
 */
export function referenceUpper(x: number, reference: DispersedReference): number {
  if (x <= 0) return 1;
  let sum = 0;
  for (const { squaredSine, weight } of NODES) {
    let exponent = 0;
    for (const { share, degreesOfFreedom } of reference)
      exponent -= (degreesOfFreedom / 2) * Math.log1p((x * share) / squaredSine);
    sum += weight * Math.exp(exponent);
  }
  return Math.min(1, sum);
}

/** The x with P(Z² ÷ W > x) = probability, by the secant rule on both logarithms from Satterthwaite's answer. */
export function referenceUpperQuantile(probability: number, reference: DispersedReference): number {
  const start = 2 * Math.log(studentUpperQuantile(probability / 2, satterthwaite(reference)));
  const miss = (logX: number) => Math.log(referenceUpper(Math.exp(logX), reference) / probability);
  let [before, now] = [start, start + 0.01];
  let [missBefore, missNow] = [miss(before), miss(now)];
  for (let step = 0; step < 60 && Math.abs(now - before) > 1e-12 && missNow !== missBefore; step += 1) {
    const next = now - (missNow * (now - before)) / (missNow - missBefore);
    [before, missBefore] = [now, missNow];
    [now, missNow] = [next, miss(next)];
  }
  return Math.exp(now);
}
