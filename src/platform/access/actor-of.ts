import type { Principal } from './model.ts';

/** Who acts, as the audit has it: "person:3f9c", "cli:anna", "cli:anna as person:3f9c", "wardroom", "visitor". */
export function actorOf(principal: Principal): string {
  if (principal.kind === 'person') return principal.person;
  if (principal.kind !== 'operator') return principal.kind;
  return `cli:${principal.name}${principal.as === null ? '' : ` as ${principal.as.person}`}`;
}
