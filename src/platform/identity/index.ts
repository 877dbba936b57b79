export { refuseWhileDemonstration } from './demonstration-store.ts';
export { makeIdentify } from './identify-service.ts';
export type * from './model.ts';
export { PASSWORD_LENGTH } from './password-rules.ts';
export { RECOVERY_CODES } from './recovery-codes.ts';
export { type PlaceName, ROLE_WORDS, rolesInWords } from './role-words.ts';
export { SESSION_LIMITS } from './session-limits.ts';
