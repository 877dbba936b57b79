import { plainCounts } from '../plain-csv/plain-counts.ts';
import { plainWord } from '../plain-csv/plain-word.ts';

const GROUPS = ['asian', 'black', 'mixed', 'white', 'other', 'not-stated'];

/** Recorded victims of crime by ethnic group: one row for each month, borough and group. */
export const VICTIMS_BY_ETHNICITY = plainCounts({
  kind: 'victims-by-ethnicity',
  title: 'victims of crime by ethnic group',
  reads: 'victims of crime by ethnic group (month, area, ethnic_group, victims)',
  about: plainWord('ethnic_group', GROUPS, 'ethnic group'),
  counts: [{ column: 'victims', slug: 'victims' }],
});
