import type { Measure } from '../model.ts';
import { demonstrationCategory } from './demonstration-category.ts';

/** Major groups of recorded crime with a plain title; fraud is apart, see FRAUD. */
const GROUPS: [slug: string, title: string][] = [
  ['arson-and-criminal-damage', 'Arson and criminal damage'],
  ['burglary', 'Burglary'],
  ['drug-offences', 'Drug offences'],
  ['miscellaneous-crimes-against-society', 'Miscellaneous crimes against society'],
  ['possession-of-weapons', 'Possession of weapons'],
  ['public-order-offences', 'Public order offences'],
  ['robbery', 'Robbery'],
  ['sexual-offences', 'Sexual offences'],
  ['theft', 'Theft'],
  ['vehicle-offences', 'Vehicle offences'],
  ['violence-against-the-person', 'Violence against the person'],
];

/** Fraud under its names: recorded by forces until 2013, by Action Fraud since, with a few strays left. */
const FRAUD = ['mps/fraud-and-forgery/*', 'mps/historical-fraud-and-forgery/*', 'mps/nfib-fraud/*'];

const VIOLENCE_WITH_INJURY = [
  'mps/violence-against-the-person/violence-with-injury',
  'mps/violence-against-the-person/death-serious-injury-illegal-driving',
];
const HOMICIDE = 'mps/violence-against-the-person/homicide';

/** Offences in their own right; several are the rows of the Islington performance table of July 2024. */
const OFFENCES: { name: string; title: string; definition: string; categories: string[] }[] = [
  {
    name: 'violence-and-robbery',
    title: 'Violence and robbery',
    definition:
      'Violence with injury, homicide, and robbery of people and of businesses, as recorded by the Metropolitan Police.',
    categories: [...VIOLENCE_WITH_INJURY, HOMICIDE, 'mps/robbery/*'],
  },
  {
    name: 'violence-with-injury',
    title: 'Violence with injury',
    definition:
      'Assaults with injury and attempts, with death or serious injury by illegal driving, which the force counts apart since 2023 and Islington’s performance table adds in.',
    categories: VIOLENCE_WITH_INJURY,
  },
  {
    name: 'homicide',
    title: 'Homicide',
    definition: 'Murder, manslaughter, corporate manslaughter and infanticide.',
    categories: [HOMICIDE],
  },
  {
    name: 'personal-robbery',
    title: 'Personal robbery',
    definition: 'Robbery of personal property; robbery of businesses is counted in the measure robbery.',
    categories: ['mps/robbery/robbery-of-personal-property'],
  },
  {
    name: 'residential-burglary',
    title: 'Residential burglary',
    definition:
      'Burglary of homes and of sheds and garages that belong to them, summed over the names it has had: domestic burglary, residential burglary of a home and of an unconnected building, and residential burglary.',
    categories: [
      'mps/burglary/domestic-burglary',
      'mps/burglary/res-burglary-of-a-home',
      'mps/burglary/res-burglary-of-unconnected-building',
      'mps/burglary/burglary-residential',
    ],
  },
  {
    name: 'theft-from-the-person',
    title: 'Theft from the person',
    definition: 'Theft of what a person carries, without force or threat, such as picking pockets.',
    categories: ['mps/theft/theft-from-the-person', 'mps/theft/theft-from-person'],
  },
  {
    name: 'theft-of-motor-vehicle',
    title: 'Theft of motor vehicles',
    definition: 'Theft or unauthorised taking of a motor vehicle.',
    categories: [
      'mps/vehicle-offences/theft-or-unauth-taking-of-a-motor-veh',
      'mps/vehicle-offences/theft-or-taking-of-a-motor-vehicle',
    ],
  },
  {
    name: 'theft-from-motor-vehicle',
    title: 'Theft from motor vehicles',
    definition: 'Theft from a motor vehicle.',
    categories: ['mps/vehicle-offences/theft-from-a-vehicle', 'mps/vehicle-offences/theft-from-a-motor-vehicle'],
  },
  {
    name: 'interfering-with-motor-vehicle',
    title: 'Interfering with motor vehicles',
    definition: 'Interfering with a motor vehicle, as when a thief is disturbed.',
    categories: ['mps/vehicle-offences/interfering-with-a-motor-vehicle'],
  },
  {
    name: 'aggravated-vehicle-taking',
    title: 'Aggravated vehicle taking',
    definition: 'Taking a motor vehicle with danger, damage or injury.',
    categories: ['mps/vehicle-offences/aggravated-vehicle-taking'],
  },
  {
    name: 'business-burglary',
    title: 'Business and community burglary',
    definition: 'Burglary of shops, offices, schools and other buildings that are no homes.',
    categories: ['mps/burglary/burglary-business-and-community'],
  },
  {
    name: 'business-robbery',
    title: 'Business robbery',
    definition: 'Robbery of business property, such as the till of a shop.',
    categories: ['mps/robbery/robbery-of-business-property'],
  },
  {
    name: 'shoplifting',
    title: 'Shoplifting',
    definition: 'Theft from shops, as recorded by the Metropolitan Police.',
    categories: ['mps/theft/shoplifting'],
  },
  {
    name: 'bicycle-theft',
    title: 'Bicycle theft',
    definition: 'Theft of bicycles, as recorded by the Metropolitan Police.',
    categories: ['mps/theft/bicycle-theft'],
  },
  {
    name: 'drug-trafficking',
    title: 'Drug trafficking',
    definition: 'Supplying, producing and importing drugs, summed over the two names it has had.',
    categories: ['mps/drug-offences/trafficking-of-drugs', 'mps/drug-offences/drug-trafficking'],
  },
  {
    name: 'possession-of-drugs',
    title: 'Possession of drugs',
    definition: 'Possession of drugs, as recorded by the Metropolitan Police.',
    categories: ['mps/drug-offences/possession-of-drugs'],
  },
  {
    name: 'violence-without-injury',
    title: 'Violence without injury, stalking and harassment',
    definition:
      'Assaults without injury, threats, stalking and harassment together, because publications until early 2024 do not part stalking and harassment from violence without injury.',
    categories: [
      'mps/violence-against-the-person/violence-without-injury',
      'mps/violence-against-the-person/stalking-and-harassment',
    ],
  },
  {
    name: 'racially-or-religiously-aggravated-public-fear',
    title: 'Racially or religiously aggravated public fear',
    definition: 'Public fear, alarm or distress aggravated by race or religion, summed over the two names it has had.',
    categories: [
      'mps/public-order-offences/race-or-religious-agg-public-fear',
      'mps/public-order-offences/racially-or-religiously-aggravated-public-fear-al',
    ],
  },
];

function mpsMeasure(name: string, title: string, definition: string, categories: string[]): Measure {
  return {
    name,
    title,
    definition,
    unit: 'recorded offences',
    polarity: 'more is worse',
    every: 'month',
    adds: true,
    denominator: 'residents',
    categories: [...categories, demonstrationCategory(name)],
    publisher: 'Metropolitan Police Service',
  };
}

/** Measures made from the monthly crime files of the Metropolitan Police. */
export const MPS_MEASURES: Measure[] = [
  mpsMeasure(
    'recorded-crime',
    'Recorded crime',
    'All offences recorded by the Metropolitan Police except fraud: the force recorded up to 2,900 frauds a month until January 2013 and almost none since, when they passed to Action Fraud, so that years before and after could not be compared.',
    GROUPS.map(([slug]) => `mps/${slug}/*`),
  ),
  mpsMeasure(
    'recorded-crime-except-sexual-offences',
    'Recorded crime except sexual offences',
    'All offences recorded by the Metropolitan Police except fraud and sexual offences, which the force does not give by LSOA: the recorded crime that LSOAs, wards and boroughs can be compared by.',
    GROUPS.filter(([slug]) => slug !== 'sexual-offences').map(([slug]) => `mps/${slug}/*`),
  ),
  ...OFFENCES.map(({ name, title, definition, categories }) => mpsMeasure(name, title, definition, categories)),
  ...GROUPS.map(([slug, title]) =>
    mpsMeasure(slug, title, `All offences that the Metropolitan Police groups as ${title.toLowerCase()}.`, [
      `mps/${slug}/*`,
    ]),
  ),
  mpsMeasure(
    'fraud',
    'Fraud',
    'Fraud and forgery recorded by the Metropolitan Police itself; since 2013 frauds are reported to Action Fraud and hardly any are counted here.',
    FRAUD,
  ),
];
