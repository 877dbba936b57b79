/**
 * The lower triangle L of a symmetric positive definite matrix, A = L Lᵀ; null where it is not positive definite to
 * within rounding.
 * @param matrix n × n by rows, of which the lower triangle is read
 */
export function cholesky(matrix: readonly Float64Array[]): Float64Array[] | null {
  const factor = matrix.map((row) => new Float64Array(row.length));
  for (const [i, row] of matrix.entries()) {
    const own = factor[i] as Float64Array;
    for (let j = 0; j <= i; j += 1) {
      const other = factor[j] as Float64Array;
      let rest = row[j] ?? 0;
      for (let k = 0; k < j; k += 1) rest -= (own[k] as number) * (other[k] as number);
      if (i !== j) own[j] = rest / (other[j] as number);
      else if (rest > (row[i] as number) * SMALLEST_PIVOT) own[i] = Math.sqrt(rest);
      else return null;
    }
  }
  return factor;
}

/** The x of A x = b, from the lower triangle of A. */
export function solveFactored(factor: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = factor.length;
  const x = right.slice();
  for (let i = 0; i < size; i += 1) {
    const row = factor[i] as Float64Array;
    for (let k = 0; k < i; k += 1) x[i] = (x[i] as number) - (row[k] as number) * (x[k] as number);
    x[i] = (x[i] as number) / (row[i] as number);
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < size; k += 1) {
      x[i] = (x[i] as number) - ((factor[k] as Float64Array)[i] as number) * (x[k] as number);
    }
    x[i] = (x[i] as number) / ((factor[i] as Float64Array)[i] as number);
  }
  return x;
}

/** What is left of a diagonal entry below which a column is taken to depend on those before it. */
const SMALLEST_PIVOT = 1e-11;
