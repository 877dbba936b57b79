import type { Measure } from '../model.ts';
import { demonstrationCategory } from './demonstration-category.ts';

const MINISTRY = 'Ministry of Housing, Communities and Local Government';
const EDITIONS = ['imd-2025', 'imd-2019'] as const;

/** Categories of a column of the indices, the newer edition first. */
const both = (column: string): string[] => EDITIONS.map((edition) => `${edition}/${column}`);

const DOMAINS: [name: string, title: string, of: string, columns: string[]][] = [
  ['deprivation', 'Index of multiple deprivation', 'all seven domains together', both('imd-decile')],
  ['income-deprivation', 'Income deprivation', 'low income', both('income-decile')],
  ['employment-deprivation', 'Employment deprivation', 'lack of work', both('employment-decile')],
  ['education-deprivation', 'Education deprivation', 'lack of education and skills', both('education-decile')],
  ['health-deprivation', 'Health deprivation', 'poor health and disability', both('health-decile')],
  ['crime-deprivation', 'Crime in the index of deprivation', 'the risk of crime', both('crime-decile')],
  [
    'housing-deprivation',
    'Barriers to housing and services',
    'barriers to housing and services',
    ['imd-2025/housing-and-services-decile', 'imd-2019/housing-and-access-decile'],
  ],
  [
    'environment-deprivation',
    'Deprivation of the living environment',
    'the quality of the living environment',
    both('environment-decile'),
  ],
];

function index(
  name: string,
  title: string,
  definition: string,
  measured: Partial<Measure> & { unit: string },
): Measure {
  return {
    name,
    title,
    definition,
    polarity: 'more is better',
    every: 'once',
    adds: false,
    denominator: null,
    categories: [demonstrationCategory(name)],
    publisher: MINISTRY,
    ...measured,
  };
}

/** Measures of deprivation, from the English Indices of Deprivation. */
export const DEPRIVATION_MEASURES: Measure[] = [
  {
    name: 'deprivation',
    title: 'Deprivation',
    definition: 'Residents who live in the most deprived fifth of small areas in England.',
    unit: 'residents',
    polarity: 'more is worse',
    every: 'once',
    adds: true,
    denominator: null,
    categories: [demonstrationCategory('deprivation')],
    derivedFrom: { count: 'residents', mark: 'most-deprived-areas' },
    publisher: MINISTRY,
  },
  index(
    'most-deprived-areas',
    'Small areas among the most deprived fifth',
    'LSOAs that the English Indices of Deprivation put in decile 1 or 2 of England, the most deprived fifth; for one LSOA, 1 if it is and 0 if not.',
    {
      unit: 'LSOAs',
      polarity: 'more is worse',
      adds: true,
      categories: [...both('most-deprived-fifth'), demonstrationCategory('most-deprived-areas')],
    },
  ),
  index(
    'deprivation-rank',
    'Deprivation rank in England',
    'Rank of an LSOA by the index of multiple deprivation: 1 is the most deprived in England.',
    { unit: 'rank', categories: [...both('imd-rank'), demonstrationCategory('deprivation-rank')] },
  ),
  index(
    'deprivation-score',
    'Deprivation score',
    'Score of an LSOA by the index of multiple deprivation of 2025: the higher, the more deprived.',
    {
      unit: 'points',
      polarity: 'more is worse',
      categories: ['imd-2025/imd-score', demonstrationCategory('deprivation-score')],
    },
  ),
  ...DOMAINS.map(([name, title, of, columns]) =>
    index(
      `${name}-decile`,
      `${title}: decile`,
      `Tenth of England’s LSOAs in which an LSOA lies by ${of}, as the English Indices of Deprivation rank them: 1 is the most deprived tenth, 10 the least.`,
      { unit: 'decile', categories: [...columns, demonstrationCategory(`${name}-decile`)] },
    ),
  ),
];
