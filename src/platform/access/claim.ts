import { unmetConditions } from './conditions.ts';
import { personOf } from './may.ts';
import type { Condition, Principal } from './model.ts';
import { permissionsOf } from './permissions-of.ts';

/**
 * What the records are told of who acts, as JSON: platform.may() of migration 0013 reads it. Permissions that show only
 * totals are left out, because a row is never a total; so are those whose conditions are not met.
 * @param met conditions that what is done meets; a second factor given a short while ago is known without
 * @returns `{ person, organisations, may: [[module, act, reach, unit, borough, ward], …] }`
 */
export function claimOf(principal: Principal, met: readonly Condition[] = []): string {
  const seen = new Map<string, (string | null)[]>();
  for (const permission of permissionsOf(principal)) {
    const { module, act, reach, scope, organisation, only } = permission;
    if (only !== null || unmetConditions(permission, principal, met).length > 0) continue;
    const line = [
      module,
      act,
      reach,
      scope?.unit ?? null,
      reach === 'unit' ? null : (scope?.borough ?? null),
      reach === 'ward' ? (scope?.ward ?? null) : null,
      reach === 'shared' ? organisation : null,
    ];
    seen.set(JSON.stringify(line), line);
  }
  return JSON.stringify({ person: personOf(principal), may: [...seen.values()] });
}
