import { OUTCOME_OFFENCES } from '../../measures/index.ts';
import { plainCounts } from '../plain-csv/plain-counts.ts';
import { plainWord } from '../plain-csv/plain-word.ts';

/** Crimes charged in a month beside those recorded in it: one row for each month, area and offence. */
export const CHARGES = plainCounts({
  kind: 'charges',
  title: 'charges by offence',
  reads: 'charges by offence (month, area, offence, charged, recorded_in_month)',
  about: plainWord(
    'offence',
    OUTCOME_OFFENCES.map(({ slug }) => slug),
  ),
  counts: [
    { column: 'charged', slug: 'charged' },
    { column: 'recorded_in_month', slug: 'recorded-in-month' },
  ],
});
