export { hashLeaf, inclusionProof, isIncluded, merkleRoot } from './merkle-tree.ts';
export type { AuditEntry, Json } from './model.ts';
export { recordAudit } from './record-audit-store.ts';
export { Refusal } from './refusal.ts';
export type { AuditReport } from './report.ts';
export type { ImportsCheck, Safekeeping } from './safekeeping.ts';
export { actingRole, sayRole } from './say-role.ts';
