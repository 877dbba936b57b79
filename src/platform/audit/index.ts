export type { AuditEntry, Json } from './model.ts';
export { recordAudit } from './record-audit-store.ts';
export { actingRole, sayRole } from './say-role.ts';
