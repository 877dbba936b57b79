export { findSurges, type Surge, type SurgeMonth, surgeChance } from './find-surges.ts';
