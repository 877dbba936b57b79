export { withdrawMadeUpSettings } from './charts/settings-service.ts';
export { claimKind } from './claims/claim-publication-service.ts';
export { listClaims, withdrawClaim } from './claims/claim-service.ts';
export { givenOutSeries, seriesAsAsked } from './disclosure/service.ts';
export { monthlyFigures } from './figures/figures-service.ts';
export { withdrawMadeUpSets } from './sets/sets-service.ts';
