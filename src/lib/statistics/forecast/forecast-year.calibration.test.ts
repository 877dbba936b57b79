import { expect, it } from 'vitest';
import { CALIBRATION_ALL } from '../../../../test/builders/calibration.ts';
import { negativeBinomialCounts } from '../../../../test/builders/negative-binomial-counts.ts';
import { normal, seededRandom } from '../random.ts';
import { forecastYear } from './forecast-year.ts';

/**
 * Series of which the last year is kept from the forecast, to be set against it: 2,000 with CALIBRATION=all, of which 1,275
 * were shown on 22 November 2026, 95.4 % of them within the range and 56 % nearer than the year before.
 */
const SERIES = CALIBRATION_ALL ? 2000 : 60;
const MONTHS = 132;

/** Months of a level that wanders from month to month, with a shape of the year and counts that vary more than Poisson's. */
function wanderingMonths(seed: number): number[] {
  const random = seededRandom(seed);
  let level = Math.log(60);
  const means = Array.from({ length: MONTHS }, (_, at) => {
    level += 0.02 * normal(random);
    return Math.exp(level) * (1 + 0.25 * Math.cos((Math.PI * at) / 6));
  });
  return negativeBinomialCounts(random, means, 30);
}

it('has the year that comes within its range as often as it says', () => {
  let [within, shown, nearer] = [0, 0, 0];
  for (let seed = 1; seed <= SERIES; seed += 1) {
    const counts = wanderingMonths(seed);
    const known = counts.slice(0, -12);
    const forecast = forecastYear({ counts: known, firstMonthOfYear: 0, days: new Array(MONTHS).fill(30) });
    if (forecast.kind !== 'shown') continue;
    const total = (from: number, to: number) => counts.slice(from, to).reduce((sum, count) => sum + count, 0);
    const actual = total(MONTHS - 12, MONTHS);
    shown += 1;
    if (actual >= forecast.year.interval[0] && actual <= forecast.year.interval[1]) within += 1;
    if (Math.abs(actual - forecast.year.total) < Math.abs(actual - total(MONTHS - 24, MONTHS - 12))) nearer += 1;
  }
  // 95 %, less three times the sampling error of what was shown.
  expect(within / shown).toBeGreaterThan(0.95 - 3 * Math.sqrt((0.95 * 0.05) / shown));
  expect(nearer / shown).toBeGreaterThan(0.5);
});
