import { plainCounts } from '../plain-csv/plain-counts.ts';

/** Residential burglaries reported, and those an officer went to: one row for each month and area. */
export const BURGLARY_ATTENDANCE = plainCounts({
  kind: 'burglary-attendance',
  title: 'attendance at residential burglaries',
  reads: 'attendance at residential burglaries (month, area, burglaries_reported, burglaries_attended)',
  counts: [
    { column: 'burglaries_reported', slug: 'reported' },
    { column: 'burglaries_attended', slug: 'attended' },
  ],
  contradiction: (counts) =>
    (counts.get('attended') ?? 0) > (counts.get('reported') ?? 0) ? 'more burglaries attended than reported' : null,
});
