import { plainCounts } from '../plain-csv/plain-counts.ts';

const MEASURES = ['hate-crime-excluding-domestic-abuse', 'lethal-barrelled-discharges'];

/** Counts the police report every month that no public file holds: one row for each month, area and measure. */
export const RECORDED_COUNTS = plainCounts({
  kind: 'recorded-counts',
  title: 'counts the police report themselves',
  reads: 'counts the police report themselves (month, area, measure, count)',
  about: {
    column: 'measure',
    words: MEASURES,
    otherwise: `no measure this file can bring: ${MEASURES.join(' or ')}`,
  },
  counts: [{ column: 'count', slug: 'count' }],
});
