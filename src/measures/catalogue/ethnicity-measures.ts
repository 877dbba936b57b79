import { categoryKey } from '../category-key.ts';
import type { Measure } from '../model.ts';
import { demonstrationCategory } from './demonstration-category.ts';

/** Broad ethnic groups of the census of 2021, as published. */
const GROUPS: [name: string, title: string, published: string][] = [
  ['asian-residents', 'Asian residents', 'Asian, Asian British or Asian Welsh'],
  ['black-residents', 'Black residents', 'Black, Black British, Black Welsh, Caribbean or African'],
  ['mixed-residents', 'Residents of mixed ethnic groups', 'Mixed or Multiple ethnic groups'],
  ['white-residents', 'White residents', 'White'],
  ['other-ethnic-group-residents', 'Residents of other ethnic groups', 'Other ethnic group'],
];

/** Measures of how many residents said at the census of 2021 that they are of a broad ethnic group. */
export const ETHNICITY_MEASURES: Measure[] = GROUPS.map(([name, title, published]) => ({
  name,
  title,
  definition: `Residents whose ethnic group at the census of 2021 is “${published}”, one of its five broad groups.`,
  unit: 'residents',
  polarity: 'neither',
  every: 'once',
  adds: true,
  denominator: 'residents',
  categories: [categoryKey('census-2021', 'ethnicity', published), demonstrationCategory(name)],
  publisher: 'Office for National Statistics',
}));
