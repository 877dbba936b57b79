import { betaLower } from '../distributions/index.ts';
import { sharesOfYear } from './month-factors.ts';

/** Evidence for a year's cycle. */
export interface YearCycle {
  /** Chance of months differing as much as these from one another were there no cycle. */
  pValue: number;
  years: number;
}

/**
 * Tests whether months of the year differ by more than their scatter from year to year. Years are blocks, months are
 * repeated in each (analysis of variance of repeated measures): both mean squares then have the same expectation whatever
 * the correlation between the months of a year. Their degrees of freedom are reduced by the factor ε of Geisser and
 * Greenhouse, taken for a first-order autoregression with the residuals' own lag-one correlation.
 * @param years full years of twelve values ≥ 0, at least three, none of them empty; any month may be the first
 * @throws InvalidArgument for fewer years, a year that is not twelve values long, or one that sums to nothing
 * @source Geisser and Greenhouse (1958), doi:10.1214/aoms/1177706545
 */
export function yearCycle(years: readonly (readonly number[])[]): YearCycle {
  const shares = sharesOfYear(years);
  const count = shares.length;
  const usual = Array.from({ length: 12 }, (_, month) => mean(shares.map((year) => year[month] ?? 0)));
  const between = (count * usual.reduce((sum, factor) => sum + (factor - 1) ** 2, 0)) / 11;
  const residuals = shares.map((year) => year.map((share, month) => share - (usual[month] ?? 0)));
  const within = residuals.flat().reduce((sum, residual) => sum + residual ** 2, 0) / (11 * (count - 1));
  if (within === 0) return { pValue: between > 0 ? 0 : 1, years: count };
  const shrink = geisserGreenhouse(neighbourCorrelation(residuals));
  return { pValue: upperF(between / within, 11 * shrink, 11 * (count - 1) * shrink), years: count };
}

/** Correlation of neighbours within years; raised for what centring on twelve months takes from it. */
function neighbourCorrelation(residuals: readonly (readonly number[])[]): number {
  let squares = 0;
  let products = 0;
  for (const year of residuals) {
    for (const [month, residual] of year.entries()) {
      squares += residual ** 2;
      products += month > 0 ? residual * (year[month - 1] ?? 0) : 0;
    }
  }
  const raw = (products / 11) * (12 / squares);
  return Math.min(0.95, Math.max(0, (12 * raw + 1) / 9));
}

/** Geisser and Greenhouse's factor of twelve repeated measures that follow a first-order autoregression; 1 down to 1/11. */
function geisserGreenhouse(correlation: number): number {
  const raw = Array.from({ length: 12 }, (_, row) =>
    Array.from({ length: 12 }, (_, column) => correlation ** Math.abs(row - column)),
  );
  const rowMeans = raw.map(mean);
  const grand = mean(rowMeans);
  let trace = 0;
  let squares = 0;
  for (let row = 0; row < 12; row += 1) {
    for (let column = 0; column < 12; column += 1) {
      const centred = (raw[row]?.[column] ?? 0) - (rowMeans[row] ?? 0) - (rowMeans[column] ?? 0) + grand;
      if (row === column) trace += centred;
      squares += centred ** 2;
    }
  }
  return trace ** 2 / (11 * squares);
}

/** Upper tail of Fisher's F. */
function upperF(ratio: number, above: number, below: number): number {
  return betaLower(below / (below + above * ratio), below / 2, above / 2);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
