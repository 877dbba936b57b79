/** Sums over weightings, from which correlations come. */
export interface WeightSpread {
  /** Takes in a weighting and the numbers it gave. */
  add(weights: Float64Array, numbers: Int32Array): void;
  /** Correlation of each weight with a ward's number, from −1 to 1; 0 where either never moved. */
  correlations(ward: number): number[];
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
  const squares = new Float64Array(components);
  const numberSums = new Float64Array(wards);
  const numberSquares = new Float64Array(wards);
  const products = new Float64Array(wards * components);
  let count = 0;

  function addWeights(weights: Float64Array): void {
    for (let one = 0; one < components; one += 1) {
      const moved = (weights[one] ?? 0) - (firstWeights[one] ?? 0);
      away[one] = moved;
      sums[one] = (sums[one] ?? 0) + moved;
      squares[one] = (squares[one] ?? 0) + moved * moved;
    }
  }
  function addNumbers(numbers: Int32Array): void {
    for (let ward = 0; ward < wards; ward += 1) {
      const moved = (numbers[ward] ?? 0) - (firstNumbers[ward] ?? 0);
      if (moved === 0) continue;
      numberSums[ward] = (numberSums[ward] ?? 0) + moved;
      numberSquares[ward] = (numberSquares[ward] ?? 0) + moved * moved;
      for (let one = 0, at = ward * components; one < components; one += 1, at += 1)
        products[at] = (products[at] ?? 0) + moved * (away[one] ?? 0);
    }
  }
  const deviation = (sum: number, sumOfSquares: number) => {
    const root = Math.sqrt(Math.max(0, sumOfSquares / count - (sum / count) ** 2));
    return root > NO_SPREAD ? root : 0;
  };
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
    correlations(ward) {
      const numberSum = numberSums[ward] ?? 0;
      const ofNumber = deviation(numberSum, numberSquares[ward] ?? 0);
      return Array.from(sums, (sum, component) => {
        const both = ofNumber * deviation(sum, squares[component] ?? 0);
        const covariance = (products[ward * components + component] ?? 0) / count - (sum / count) * (numberSum / count);
        return both === 0 ? 0 : covariance / both;
      });
    },
  };
}
