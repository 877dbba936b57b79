export { demonstrationCategory } from './catalogue/demonstration-category.ts';
export { HARM_WEIGHTED_CRIME } from './catalogue/harm-measures.ts';
export { EVERY_STREET_CRIME, STREET_TYPES, type StreetType } from './catalogue/street-types.ts';
export { CATALOGUE, findMeasure } from './catalogue.ts';
export { categoryKey, slug } from './category-key.ts';
export { completeMonths, valueIn } from './complete-months.ts';
export type * from './model.ts';
export { sumsCategory } from './sums-category.ts';
