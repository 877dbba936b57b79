import { unmetConditions } from './conditions.ts';
import { personOf } from './may.ts';
import type { Condition, Principal } from './model.ts';
import { permissionsOf } from './permissions-of.ts';

/**
 * What the records are told of who acts, as JSON: platform.may() of migration 0013 reads it. A permission that shows only
 * totals is told as an act of its own, "read totals", because a row is never a total: no policy asks for it, and a function
 * of the records that sums over people may. Permissions whose conditions are not met are left out.
 * @param met conditions that what is done meets; a second factor given a short while ago is known without
 * @returns `{ person, organisations, may: [[module, act, reach, unit, borough, ward], …] }`
 */
export function claimOf(principal: Principal, met: readonly Condition[] = []): string {
  const seen = new Map<string, (string | null)[]>();
  for (const permission of permissionsOf(principal)) {
    const { module, act, reach, scope, organisation, only } = permission;
    if (unmetConditions(permission, principal, met).length > 0) continue;
    const line = [
      module,
      only === null ? act : `${act} ${only}`,
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
