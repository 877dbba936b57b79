export type * from './model.ts';
export { Refusal } from './model.ts';
