// What of the allocation pages of other domains show as it was published.
export type { Decision } from './consultation/model.ts';
export { DecisionRecord } from './consultation/pages/decision-record.tsx';
