import type { Measure } from '../model.ts';
import { serviceCount } from './service-count.ts';
import { OUTCOME_OFFENCES } from './service-terms.ts';

/** Crimes charged in a month, with the crimes recorded in the same month, which are mostly others. */
export const CHARGE_MEASURES: Measure[] = OUTCOME_OFFENCES.flatMap(({ slug, title }) => [
  serviceCount({
    name: `charges-${slug}`,
    title: `${title} charged`,
    definition: `${title} for which someone was charged or summonsed in the month, whenever it was recorded.`,
    unit: 'crimes charged',
    polarity: 'neither',
    denominator: `charges-${slug}-recorded`,
    categories: [`charges/${slug}/charged`],
  }),
  serviceCount({
    name: `charges-${slug}-recorded`,
    title: `${title} recorded, beside those charged`,
    definition: `${title} recorded in the month; most of those charged in it were recorded earlier.`,
    unit: 'recorded offences',
    polarity: 'neither',
    categories: [`charges/${slug}/recorded-in-month`],
  }),
]);
