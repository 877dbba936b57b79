export type * from './model.ts';
export { Refusal } from './model.ts';
export type {
  SearchCount,
  SearchedSet,
  SearchesAnswer,
  SearchesFound,
} from './stop-and-search/searched/model.ts';
