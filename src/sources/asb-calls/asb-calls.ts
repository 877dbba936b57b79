import { BOROUGHS_FORCE_AND_WARDS } from '../plain-csv/plain-area.ts';
import { plainCounts } from '../plain-csv/plain-counts.ts';

/** Calls about anti-social behaviour: one row for each month and area. */
export const ASB_CALLS = plainCounts({
  kind: 'asb-calls',
  title: 'calls about anti-social behaviour',
  reads: 'calls about anti-social behaviour (month, area, asb_calls)',
  counts: [{ column: 'asb_calls', slug: 'calls' }],
  areas: BOROUGHS_FORCE_AND_WARDS,
});
