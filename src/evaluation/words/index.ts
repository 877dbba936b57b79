export type * from './model.ts';
export { putIntoWords } from './put-into-words.ts';
export { sayBesideChart } from './say-beside-chart.ts';
export { mostTelling } from './say-group-paragraph.ts';
export { CAUSE } from './say-outcome.ts';
export { type StateSaid, sayState } from './say-state.ts';
