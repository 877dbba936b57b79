export { demonstrationCategory } from './catalogue/demonstration-category.ts';
export { HARM_WEIGHTED_CRIME } from './catalogue/harm-measures.ts';
export {
  BACKLOG_AGES,
  BACKLOG_WORK,
  OUTCOME_OFFENCES,
  OUTCOME_TYPES,
  RESPONSE_BANDS,
  RESPONSE_GRADES,
  RESPONSE_WITHIN_MINUTES,
  SURVEY_QUESTIONS,
} from './catalogue/service-terms.ts';
export { EVERY_STREET_CRIME, STREET_TYPES, type StreetType } from './catalogue/street-types.ts';
export { CATALOGUE, findMeasure } from './catalogue.ts';
export { categoryKey, slug } from './category-key.ts';
export { completeMonths, valueIn } from './complete-months.ts';
export type { MeasureHeld } from './completeness/completeness-report.ts';
export type * from './model.ts';
export { nearNames } from './near-names.ts';
export { completenessTable } from './open-tables/completeness-table.ts';
export { measuresTable } from './open-tables/measures-table.ts';
export { publishableSets } from './open-tables/publishable-sets.ts';
export { SYNTHETIC_NOTE } from './open-tables/series-notes.ts';
export { seriesTable } from './open-tables/series-table.ts';
export { sayOrigins } from './say-origins.ts';
export { saySource } from './say-source.ts';
export { sumsCategory } from './sums-category.ts';
