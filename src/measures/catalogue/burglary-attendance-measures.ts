import { serviceCount } from './service-count.ts';

const REPORTED = 'burglary-attendance-reported';

/** How many residential burglaries that were reported an officer went to. */
export const BURGLARY_ATTENDANCE_MEASURES = [
  serviceCount({
    name: REPORTED,
    title: 'Residential burglaries reported, of which attendance is known',
    definition: 'Residential burglaries reported in the month of which it is known whether an officer attended.',
    unit: 'burglaries reported',
    polarity: 'neither',
    categories: ['burglary-attendance/reported'],
  }),
  serviceCount({
    name: 'burglary-attendance-attended',
    title: 'Residential burglaries attended',
    definition: 'Residential burglaries reported in the month to which an officer went.',
    unit: 'burglaries attended',
    polarity: 'more is better',
    denominator: REPORTED,
    categories: ['burglary-attendance/attended'],
  }),
];
