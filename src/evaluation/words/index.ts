export type * from './model.ts';
export { putIntoWords } from './put-into-words.ts';
export { type StateSaid, sayState } from './say-state.ts';
