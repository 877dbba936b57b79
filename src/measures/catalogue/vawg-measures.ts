import type { Measure } from '../model.ts';
import { demonstrationCategory } from './demonstration-category.ts';

const NAME = 'violence-against-women-and-girls';

/** Measures made from the Metropolitan Police's dashboard of violence against women and girls. */
export const VAWG_MEASURES: Measure[] = [
  {
    name: NAME,
    title: 'Violence against women and girls',
    definition:
      'Offences that the Metropolitan Police’s dashboard counts as violence against women and girls, by where they happened and by the month in which they were recorded, whenever they were committed; the table does not list which offences these are.',
    unit: 'recorded offences',
    polarity: 'more is worse',
    every: 'month',
    adds: true,
    denominator: 'residents',
    categories: ['mps-vawg/offences', demonstrationCategory(NAME)],
    publisher: 'Metropolitan Police Service',
  },
];
