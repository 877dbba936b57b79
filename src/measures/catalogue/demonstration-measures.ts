import type { Measure } from '../model.ts';
import { demonstrationCategory } from './demonstration-category.ts';

/** Measures no imported source has yet; for now only the demonstration does. */
export const DEMONSTRATION_MEASURES: Measure[] = [
  {
    name: 'violence-against-women-and-girls',
    title: 'Violence against women and girls',
    definition: 'Offences flagged as violence against women and girls.',
    unit: 'recorded offences',
    polarity: 'more is worse',
    every: 'month',
    adds: true,
    denominator: 'residents',
    categories: [demonstrationCategory('violence-against-women-and-girls')],
    publisher: 'Metropolitan Police Service',
  },
  {
    name: 'residents',
    title: 'Residents',
    definition: 'People who usually live in the area.',
    unit: 'residents',
    polarity: 'neither',
    every: 'once',
    adds: true,
    denominator: null,
    categories: [demonstrationCategory('residents')],
    publisher: 'Office for National Statistics',
  },
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
    publisher: 'Ministry of Housing, Communities and Local Government',
  },
];
