import { categoryKey } from '../category-key.ts';
import type { Measure } from '../model.ts';
import { serviceCount } from './service-count.ts';

const GROUPS: [group: string, title: string, who: string][] = [
  ['asian', 'Asian', 'Asian'],
  ['black', 'Black', 'Black'],
  ['mixed', 'mixed ethnicity', 'of mixed ethnicity'],
  ['white', 'White', 'White'],
  ['other', 'other ethnicity', 'of another ethnicity'],
  ['not-stated', 'ethnicity not stated', 'of no stated ethnicity'],
];

/** Measures of recorded victims of crime by broad ethnic group, from a plain CSV. */
export const VICTIM_MEASURES: readonly Measure[] = GROUPS.map(([group, title, who]) =>
  serviceCount({
    name: `victims-${group}`,
    title: `Victims of crime: ${title}`,
    definition: `Recorded victims of crime who are ${who}, by the month of the record.`,
    unit: 'victims',
    polarity: 'more is worse',
    denominator: 'residents',
    categories: [categoryKey('victims-by-ethnicity', group, 'victims')],
  }),
);
