import { RESPONSE_BANDS, RESPONSE_GRADES } from '../../measures/index.ts';
import { plainCounts } from '../plain-csv/plain-counts.ts';

/** Calls attended by grade and band of minutes: one row for each month, area and grade. */
export const RESPONSE_TIMES = plainCounts({
  kind: 'response-times',
  title: 'response times by grade',
  reads: 'response times by grade (month, area, grade, calls in each band of minutes)',
  about: {
    column: 'grade',
    words: RESPONSE_GRADES.map(({ slug }) => slug),
    otherwise: 'no grade of a call: I, S, E or R',
  },
  counts: [
    ...RESPONSE_BANDS.map(({ slug }) => ({
      column: `minutes_${slug.replaceAll('-', '_')}`,
      slug: `minutes-${slug}`,
    })),
    { column: 'time_not_known', slug: 'time-not-known' },
  ],
});
