import { describe, expect, it } from 'vitest';
import { CALIBRATION_ALL } from '../../../test/builders/calibration.ts';
import { nothingChanged, type Unrest } from '../../../test/builders/monthly-figures.ts';
import { type Random, seededRandom } from '../../lib/statistics/random.ts';
import type { ComparisonRow } from '../model.ts';
import { makePeriod } from '../periods/make-period.ts';
import { compareRows, type RowFigures } from './compare-rows.ts';

/** Ten thousand tables with CALIBRATION=all, as for a release; a few otherwise. */
const TABLES = CALIBRATION_ALL ? 10_000 : 60;
/** January to December over the mean month: theft recorded in Islington, April 2010 to March 2019. */
const SEASON = [0.96, 0.95, 1.03, 0.96, 1.05, 1.05, 1.05, 0.94, 0.95, 1.06, 1.02, 0.97];
/** Counts a month, those of the published table of July 2024. */
const MEANS = [86, 229, 97, 45, 132, 16, 190, 72, 35];
const CALM: Unrest = { deviation: 0, correlation: 0 };
/** Rates that wander by three tenths and hang together from month to month: years vary several times more than by chance. */
const UNREST: Unrest = { deviation: 0.3, correlation: 0.6 };
const PERIODS = { current: makePeriod('2023-04', '2024-03'), previous: makePeriod('2022-04', '2023-03') };

function aTable(random: Random, unrest: Unrest): ComparisonRow[] {
  const rows = MEANS.map((mean, at): RowFigures => {
    const figures = nothingChanged(random, { from: '2010-04', to: '2024-03', mean, season: SEASON, unrest });
    return {
      ...{ group: 'All', measure: `m${at}`, printed: `M${at}`, polarity: 'more is worse', figures },
      ...{ because: null, peers: null, boroughs: null },
    };
  });
  return compareRows(rows, PERIODS, 20);
}

/** Whether a share of so many trials is the stated one but for simulation error: four standard errors. */
function near(share: number, trials: number, stated = 0.05): { least: number; most: number; share: number } {
  const error = 4 * Math.sqrt((stated * (1 - stated)) / trials);
  return { least: stated - error, most: stated + error, share };
}

const rate = (rows: readonly ComparisonRow[], holds: (row: ComparisonRow) => boolean): number =>
  rows.filter(holds).length / rows.length;

describe('tables in which nothing changed', () => {
  it('are called clear at the stated rate by what earlier years bring, and by all rows judged together', () => {
    const random = seededRandom(2024);
    const tables = Array.from({ length: TABLES }, () => aTable(random, UNREST));
    const rows = tables.flat();
    const { least, most, share } = near(
      rate(rows, ({ verdict }) => verdict === 'clear'),
      rows.length,
    );
    expect(share).toBeGreaterThan(least);
    expect(share).toBeLessThan(most);
    expect(rate(rows, ({ verdict, dispersedPValue }) => (verdict === 'clear') !== (dispersedPValue ?? 1) < 0.05)).toBe(
      0,
    );
    const someLeft = tables.filter((table) => table.some(({ falseDiscovery }) => (falseDiscovery ?? 1) <= 0.05));
    expect(someLeft.length / TABLES).toBeLessThan(near(0, TABLES).most);
    // The counts alone would cry wolf: years differ by more than chance.
    expect(rate(rows, ({ countsVerdict }) => countsVerdict === 'clear')).toBeGreaterThan(0.15);
  });

  it('are called clear by the counts alone no more often than stated, where nothing but chance is at work', () => {
    const random = seededRandom(7);
    const rows = Array.from({ length: TABLES }, () => aTable(random, CALM)).flat();
    const share = rate(rows, ({ pValue }) => (pValue ?? 1) < 0.05);
    expect(share).toBeLessThan(near(share, rows.length).most);
    expect(share, 'an exact test of such counts is not far under it').toBeGreaterThan(0.03);
  });
});
