export { exportHead, type MadeHead } from './heads-service.ts';
export { auditHeads, auditKey, findAuditHead, type PublishedHead } from './published-heads-service.ts';
export { type Abandoned, recordRestore } from './restore-service.ts';
export { type Retained, retainAudit } from './retain-service.ts';
export { type AskedAudit, type AuditPage, exportAudit, searchAudit } from './search-service.ts';
export type { AuditQuery, FoundEntry } from './search-store.ts';
export { type VerifyOptions, verifyAudit } from './verify-service.ts';
