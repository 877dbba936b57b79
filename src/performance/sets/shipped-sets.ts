import type { MeasureSet } from '../model.ts';

const THEFT_PERSON = 'theft-from-the-person';

/** Sets that come with Wardroom, each version with the day it was published; further ones are added to the records. */
export const SHIPPED_SETS: readonly MeasureSet[] = [
  {
    name: 'public-space',
    title: 'Public Space Crime Performance',
    version: 1,
    from: '2024-07-18',
    source:
      'Metropolitan Police, report on Islington to its council, 18 July 2024, crime performance FY 23-24 v FY 22-23',
    groups: [
      {
        title: 'Neighbourhoods',
        rows: [
          { measure: 'personal-robbery', printed: 'Personal Robbery' },
          { measure: THEFT_PERSON, printed: 'Theft Person' },
          { measure: 'residential-burglary', printed: 'Residential Burglary' },
          { measure: 'theft-of-motor-vehicle', printed: 'Theft Of Motor Vehicle' },
          { measure: 'theft-from-motor-vehicle', printed: 'Theft From Motor Vehicle' },
          { measure: 'interfering-with-motor-vehicle', printed: 'Interfering with MV' },
          { measure: 'aggravated-vehicle-taking', printed: 'Aggravated Taking of MV' },
        ],
      },
      {
        title: 'Serious Violence',
        rows: [
          { measure: 'homicide', printed: 'Homicide' },
          { measure: 'violence-with-injury', printed: 'Violence with Injury' },
        ],
      },
      {
        title: 'Other Priorities',
        rows: [
          { measure: 'hate-crime-excluding-domestic-abuse', printed: 'Hate Crime (ex DA)' },
          { measure: 'lethal-barrelled-discharges', printed: 'LBDs' },
          { measure: 'knife-crime', printed: 'Knife Crime' },
        ],
      },
    ],
  },
  {
    name: 'mopac-7',
    title: 'MOPAC 7',
    version: 1,
    from: '2013-04-01',
    source:
      'Mayor’s Office for Policing and Crime, Police and Crime Plan 2013–2016: the seven key neighbourhood crimes, in the order of its quarterly reports',
    groups: [
      {
        title: 'Key neighbourhood crimes',
        rows: [
          { measure: 'violence-with-injury', printed: 'Violence with Injury' },
          { measure: 'robbery', printed: 'Robbery' },
          { measure: 'burglary', printed: 'Burglary' },
          { measure: 'arson-and-criminal-damage', printed: 'Vandalism (Criminal Damage)' },
          { measure: THEFT_PERSON, printed: 'Theft From the Person' },
          { measure: 'theft-of-motor-vehicle', printed: 'Theft of Motor Vehicle' },
          { measure: 'theft-from-motor-vehicle', printed: 'Theft From Motor Vehicle' },
        ],
      },
    ],
  },
];
