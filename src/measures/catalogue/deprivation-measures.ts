import type { Measure } from '../model.ts';
import { demonstrationCategory } from './demonstration-category.ts';

const MINISTRY = 'Ministry of Housing, Communities and Local Government';
const EDITIONS = ['imd-2025', 'imd-2019'] as const;

/** Categories of a column of the indices, the newer edition first. */
const both = (column: string): string[] => EDITIONS.map((edition) => `${edition}/${column}`);

const DOMAINS: [column: string, name: string, title: string][] = [
  ['imd', 'deprivation', 'Index of multiple deprivation'],
  ['income', 'income-deprivation', 'Income deprivation'],
  ['employment', 'employment-deprivation', 'Employment deprivation'],
  ['education', 'education-deprivation', 'Education deprivation'],
  ['health', 'health-deprivation', 'Health deprivation'],
  ['crime', 'crime-deprivation', 'Crime in the index of deprivation'],
  ['environment', 'environment-deprivation', 'Deprivation of the living environment'],
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
  ...DOMAINS.map(([column, name, title]) =>
    index(
      `${name}-decile`,
      `${title}: decile`,
      'Tenth of England’s LSOAs in which the English Indices of Deprivation put an LSOA: 1 is the most deprived tenth, 10 the least.',
      { unit: 'decile', categories: [...both(`${column}-decile`), demonstrationCategory(`${name}-decile`)] },
    ),
  ),
];
