import type { Measure } from '../model.ts';
import { demonstrationCategory } from './demonstration-category.ts';

const AGES: [slug: string, title: string, who: string][] = [
  ['aged-0-to-9', 'Residents aged 0 to 9', 'Children under 10'],
  ['aged-10-to-17', 'Residents aged 10 to 17', 'Children from 10, the age of criminal responsibility, to 17'],
  ['aged-18-to-24', 'Residents aged 18 to 24', 'Adults from 18 to 24'],
  ['aged-25-to-44', 'Residents aged 25 to 44', 'Adults from 25 to 44'],
  ['aged-45-to-64', 'Residents aged 45 to 64', 'Adults from 45 to 64'],
  ['aged-65-and-over', 'Residents aged 65 and over', 'Adults of 65 and over'],
];

/** Measures of how many people live in an area. */
export const POPULATION_MEASURES: Measure[] = [
  {
    name: 'residents',
    title: 'Residents',
    definition:
      'People who usually live in the area, from one of these, in this order: the census of 2021, mid-year estimates, the ward atlas (estimates up to 2013), the borough profiles (an estimate for 2017), the ward profiles (a projection for 2015).',
    unit: 'residents',
    polarity: 'neither',
    every: 'once',
    adds: true,
    denominator: null,
    categories: [
      'census-2021/residents',
      'population/residents',
      'ward-atlas/population-and-age/all-ages',
      'borough-profiles/gla-population-estimate',
      'ward-profiles/population',
      demonstrationCategory('residents'),
    ],
    publisher: 'Office for National Statistics and Greater London Authority',
  },
  ...AGES.map(
    ([slug, title, who]): Measure => ({
      name: `residents-${slug}`,
      title,
      definition: `${who} who usually live in the area, by mid-year estimates.`,
      unit: 'residents',
      polarity: 'neither',
      every: 'once',
      adds: true,
      denominator: 'residents',
      categories: [`population/${slug}`, demonstrationCategory(`residents-${slug}`)],
      publisher: 'Office for National Statistics',
    }),
  ),
];
