export { claimKind } from './claims/claim-publication-service.ts';
