import { plainCounts } from '../plain-csv/plain-counts.ts';
import { plainWord } from '../plain-csv/plain-word.ts';

const MEASURES = ['hate-crime-excluding-domestic-abuse', 'lethal-barrelled-discharges'];

/** Counts the police report every month that no public file holds: one row for each month, area and measure. */
export const RECORDED_COUNTS = plainCounts({
  kind: 'recorded-counts',
  title: 'counts the police report themselves',
  reads: 'counts the police report themselves (month, area, measure, count)',
  about: plainWord('measure', MEASURES),
  counts: [{ column: 'count', slug: 'count' }],
});
