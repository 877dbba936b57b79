import { serviceCount } from './service-count.ts';

/** Counts that the police report every month and no public file holds by borough. */
export const RECORDED_COUNT_MEASURES = [
  serviceCount({
    name: 'hate-crime-excluding-domestic-abuse',
    title: 'Hate crime excluding domestic abuse',
    definition:
      'Offences flagged as hate crime and not as domestic abuse, as the police count them in their monthly performance report.',
    unit: 'recorded offences',
    polarity: 'more is worse',
    denominator: 'residents',
    categories: ['recorded-counts/hate-crime-excluding-domestic-abuse/count'],
  }),
  serviceCount({
    name: 'lethal-barrelled-discharges',
    title: 'Lethal barrelled discharges',
    definition:
      'Incidents in which a lethal barrelled firearm was discharged, as the police count them in their monthly performance report.',
    unit: 'incidents',
    polarity: 'more is worse',
    denominator: 'residents',
    categories: ['recorded-counts/lethal-barrelled-discharges/count'],
  }),
];
