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
];
