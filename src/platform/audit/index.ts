export { canonicalJson } from './canonical-json.ts';
export { hashLeaf, merkleRoot } from './merkle-tree.ts';
export type { AuditEntry, Json } from './model.ts';
export { recordAudit } from './record-audit-store.ts';
export type { AuditReport } from './report.ts';
export type { ImportsCheck, Safekeeping } from './safekeeping.ts';
export { actingRole } from './say-role.ts';
