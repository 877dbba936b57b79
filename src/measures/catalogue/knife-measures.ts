import type { Measure } from '../model.ts';
import { demonstrationCategory } from './demonstration-category.ts';

interface KnifeMeasure {
  name: string;
  title: string;
  definition: string;
  unit: string;
  polarity: Measure['polarity'];
  category: string;
}

const OUTCOME =
  'counted by the month in which the dashboard lists them; it does not say whether the offence or the outcome was in it';

const KNIFE: KnifeMeasure[] = [
  {
    name: 'knife-crime',
    title: 'Knife crime',
    definition: 'Offences with a knife or sharp instrument as the Metropolitan Police’s monthly dashboard counts them.',
    unit: 'recorded offences',
    polarity: 'more is worse',
    category: 'mps-knife/knife-crime/offences',
  },
  {
    name: 'knife-crime-with-injury',
    title: 'Knife crime with injury',
    definition: 'Knife crime in which someone was injured; part of knife crime.',
    unit: 'recorded offences',
    polarity: 'more is worse',
    category: 'mps-knife/knife-crime-with-injury/offences',
  },
  {
    name: 'knife-robbery-with-injury',
    title: 'Knife crime with injury in personal robbery',
    definition: 'Robbery of people with a knife in which someone was injured; part of knife crime with injury.',
    unit: 'recorded offences',
    polarity: 'more is worse',
    category: 'mps-knife/knife-crime-with-injury-personal-robbery/offences',
  },
  {
    name: 'knife-injury-victims-1-24',
    title: 'Knife injury victims aged 1 to 24',
    definition: 'Victims aged 1 to 24 injured in knife crime, which the dashboard lists under offences.',
    unit: 'victims',
    polarity: 'more is worse',
    category: 'mps-knife/knife-injury-victims-1-24/offences',
  },
  {
    name: 'knife-injury-victims-1-24-not-domestic',
    title: 'Knife injury victims aged 1 to 24, not domestic abuse',
    definition: 'Victims aged 1 to 24 injured in knife crime that was not domestic abuse.',
    unit: 'victims',
    polarity: 'more is worse',
    category: 'mps-knife/knife-injury-victims-non-da-1-24/offences',
  },
  {
    name: 'knife-crime-positive-outcomes',
    title: 'Positive outcomes of knife crime',
    definition: `Positive outcomes of knife crime, such as charges and cautions, ${OUTCOME}.`,
    unit: 'positive outcomes',
    polarity: 'more is better',
    category: 'mps-knife/knife-crime/positive-outcomes',
  },
  {
    name: 'knife-crime-with-injury-positive-outcomes',
    title: 'Positive outcomes of knife crime with injury',
    definition: `Positive outcomes of knife crime with injury, ${OUTCOME}.`,
    unit: 'positive outcomes',
    polarity: 'more is better',
    category: 'mps-knife/knife-crime-with-injury/positive-outcomes',
  },
  {
    name: 'knife-robbery-with-injury-positive-outcomes',
    title: 'Positive outcomes of knife crime with injury in personal robbery',
    definition: `Positive outcomes of robbery of people with a knife and with injury, ${OUTCOME}.`,
    unit: 'positive outcomes',
    polarity: 'more is better',
    category: 'mps-knife/knife-crime-with-injury-personal-robbery/positive-outcomes',
  },
];

/** Measures made from the knife crime table of the Metropolitan Police's monthly crime dashboard. */
export const KNIFE_MEASURES: Measure[] = KNIFE.map(({ category, ...measure }) => ({
  ...measure,
  every: 'month',
  adds: true,
  denominator: 'residents',
  categories: [category, demonstrationCategory(measure.name)],
  publisher: 'Metropolitan Police Service',
}));
