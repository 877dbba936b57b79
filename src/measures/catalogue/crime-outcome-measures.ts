import type { Measure } from '../model.ts';
import { serviceCount } from './service-count.ts';
import { OUTCOME_OFFENCES, OUTCOME_TYPES } from './service-terms.ts';

/** What became of the crimes recorded in a month, by offence and type of outcome; no type is better than another. */
export const CRIME_OUTCOME_MEASURES: Measure[] = OUTCOME_OFFENCES.flatMap((offence) => {
  const recorded = `crime-outcomes-${offence.slug}-recorded`;
  return [
    serviceCount({
      name: recorded,
      title: `${offence.title} whose outcomes are counted`,
      definition: `${offence.title} recorded in the month, whatever has become of it since.`,
      unit: 'recorded offences',
      polarity: 'neither',
      categories: [`crime-outcomes/${offence.slug}/crimes-recorded`],
    }),
    ...OUTCOME_TYPES.map((type) =>
      serviceCount({
        name: `crime-outcomes-${offence.slug}-${type.slug}`,
        title: `${offence.title}, outcome: ${type.title.toLowerCase()}`,
        definition: `${offence.title} recorded in the month whose outcome so far is: ${type.title.toLowerCase()}.`,
        unit: 'recorded offences',
        polarity: 'neither',
        denominator: recorded,
        categories: [`crime-outcomes/${offence.slug}/${type.slug}`],
      }),
    ),
  ];
});
