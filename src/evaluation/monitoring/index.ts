export { type LookPath, type LookPathsAsked, lookPaths } from './look-paths.ts';
export type { LooksAsked, LooksTaken } from './model.ts';
export { overallState } from './overall-state.ts';
export { pooledPlacebos } from './pooled-placebos.ts';
export { rateShares } from './rate-shares.ts';
export { takeLooks } from './take-looks.ts';
export { isRare, type RareCounts, type RareLooksAsked, takeRareLooks } from './take-rare-looks.ts';
