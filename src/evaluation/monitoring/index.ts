export type { LooksAsked, LooksTaken } from './model.ts';
export { overallState } from './overall-state.ts';
export { rateShares } from './rate-shares.ts';
export { takeLooks } from './take-looks.ts';
export { isRare, type RareCounts, takeRareLooks } from './take-rare-looks.ts';
