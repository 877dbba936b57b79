/** Sums over weightings, from which covariances come. */
export interface WeightSpread {
  /** Takes in a weighting and the numbers it gave. */
  add(weights: Float64Array, numbers: Int32Array): void;
  /** Standard deviation of each weight; 0 where it never moved. */
  deviations(): number[];
  /** Covariance of each weight with a ward's number. */
  withNumber(ward: number): number[];
  /** Covariance of each weight with a ward's demand, Σ weight × share. */
  withDemand(shares: readonly number[]): number[];
}

/** Below this a spread is what rounding left of none. */
const NO_SPREAD = 1e-12;

/**
 * Gathers how weights go with numbers. All is counted from the first weighting, so that narrow bounds lose no digits.
 * Cost: W × C for each weighting.
 */
export function weightSpread(components: number, wards: number): WeightSpread {
  const firstWeights = new Float64Array(components);
  const firstNumbers = new Int32Array(wards);
  const away = new Float64Array(components);
  const sums = new Float64Array(components);
  const squares = new Float64Array(components * components);
  const numberSums = new Float64Array(wards);
  const products = new Float64Array(wards * components);
  let count = 0;

  function addWeights(weights: Float64Array): void {
    for (let one = 0; one < components; one += 1) {
      const moved = (weights[one] ?? 0) - (firstWeights[one] ?? 0);
      away[one] = moved;
      sums[one] = (sums[one] ?? 0) + moved;
    }
    for (let one = 0, at = 0; one < components; one += 1)
      for (let other = 0; other < components; other += 1, at += 1)
        squares[at] = (squares[at] ?? 0) + (away[one] ?? 0) * (away[other] ?? 0);
  }
  function addNumbers(numbers: Int32Array): void {
    for (let ward = 0; ward < wards; ward += 1) {
      const moved = (numbers[ward] ?? 0) - (firstNumbers[ward] ?? 0);
      if (moved === 0) continue;
      numberSums[ward] = (numberSums[ward] ?? 0) + moved;
      for (let one = 0, at = ward * components; one < components; one += 1, at += 1)
        products[at] = (products[at] ?? 0) + moved * (away[one] ?? 0);
    }
  }
  const covariance = (one: number, other: number) =>
    (squares[one * components + other] ?? 0) / count - ((sums[one] ?? 0) / count) * ((sums[other] ?? 0) / count);
  const each = <Value>(value: (component: number) => Value) => Array.from(sums, (_, component) => value(component));
  return {
    add(weights, numbers) {
      if (count === 0) {
        firstWeights.set(weights);
        firstNumbers.set(numbers);
      }
      count += 1;
      addWeights(weights);
      addNumbers(numbers);
    },
    deviations: () =>
      each((component) => {
        const deviation = Math.sqrt(Math.max(0, covariance(component, component)));
        return deviation > NO_SPREAD ? deviation : 0;
      }),
    withNumber: (ward) =>
      each(
        (component) =>
          (products[ward * components + component] ?? 0) / count -
          ((sums[component] ?? 0) / count) * ((numberSums[ward] ?? 0) / count),
      ),
    withDemand: (shares) =>
      each((one) => shares.reduce((sum, share, other) => sum + share * covariance(one, other), 0)),
  };
}
