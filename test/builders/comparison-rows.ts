import type { ComparisonRow } from '../../src/performance/model.ts';

/** A row of a comparison as the table makes it; what a test is about is given. */
export function comparisonRow(given: Partial<ComparisonRow> = {}): ComparisonRow {
  return {
    ...{ measure: 'Personal Robbery', measureName: 'personal-robbery', group: 'Neighbourhoods' },
    ...{ current: 1004, previous: 1065, change: -61, percentChange: -5.7, direction: 'down' },
    ...{ polarity: 'more is worse', days: [366, 365], pValue: 0.187, ratioInterval: [0.86, 1.03] },
    ...{ dispersedPValue: 0.6, dispersedInterval: [0.7, 1.27], dispersion: 9.5, degreesOfFreedom: 6.2 },
    ...{ dispersionFrom: '10 earlier years of Islington', falseDiscovery: 0.7, smallNumbers: false, doubtful: [] },
    ...{ forceWide: null, vintage: 'MPS March 2026', backCast: false, missing: null },
    ...{ verdict: 'could be chance', words: 'Could be chance: 30% fewer to 27% more.' },
    ...{ countsVerdict: 'could be chance', countsWords: 'Could be chance on the counts alone: 14% fewer to 3% more.' },
    ...given,
  };
}
