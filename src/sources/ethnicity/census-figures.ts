import type { Month } from '../../lib/calendar/month.ts';
import { categoryKey } from '../../measures/index.ts';

export const PUBLISHER = 'census-2021';
/** Census day was 21 March 2021. */
export const CENSUS_MONTH: Month = '2021-03';
export const RESIDENTS = categoryKey(PUBLISHER, 'residents');

/** The five broad groups of the census of 2021, as published. */
export const BROAD_GROUPS: readonly string[] = [
  'Asian, Asian British or Asian Welsh',
  'Black, Black British, Black Welsh, Caribbean or African',
  'Mixed or Multiple ethnic groups',
  'White',
  'Other ethnic group',
];

/** Category of a group, such as "census-2021/ethnicity/white". */
export function groupCategory(group: string): string {
  return categoryKey(PUBLISHER, 'ethnicity', group);
}
