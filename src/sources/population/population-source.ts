import type { TextSource } from '../text-source.ts';
import { readPopulation } from './read-population.ts';

/** Mid-year population estimates by LSOA and single year of age. */
export const POPULATION: TextSource = {
  kind: 'population',
  title: 'mid-year population estimates by LSOA',
  reads: 'mid-year population estimates by LSOA',
  knows: (head) =>
    head.kind === 'csv' &&
    (head.columns.includes('lsoa11_code') || head.columns.includes('lsoa21_code')) &&
    head.columns.includes('total_population'),
  read: (text, { now, about }) => readPopulation(text, now, about),
};
