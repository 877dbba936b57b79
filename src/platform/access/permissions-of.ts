import { ACTS, type Grant, MODULES, type Permission, type Principal } from './model.ts';
import { OPERATOR_MODULES, PERMISSION_MATRIX } from './permission-matrix.ts';

/** Everything a principal may do: their roles, looked up in the matrix. What is published needs no permission. */
export function permissionsOf(principal: Principal): readonly Permission[] {
  if (principal.kind === 'visitor') return [];
  if (principal.kind === 'wardroom') return everything();
  if (principal.kind === 'person') return principal.grants.flatMap(permissionsOfGrant);
  return [...operatorPermissions(), ...(principal.as?.grants ?? []).flatMap(permissionsOfGrant)];
}

function permissionsOfGrant({ role, scope, organisation }: Grant): Permission[] {
  return MODULES.flatMap((module) =>
    (PERMISSION_MATRIX[module][role] ?? []).flatMap(({ acts, ...cell }) =>
      acts.map((act) => ({ role, module, act, scope, organisation, ...cell })),
    ),
  );
}

const WITHOUT_LIMITS = { reach: 'everywhere', scope: null, organisation: null, conditions: [], only: null } as const;

/** The owner of the data folder could read and change its files by other means; what they do here is on record. */
function operatorPermissions(): Permission[] {
  return OPERATOR_MODULES.flatMap((module) =>
    ACTS.map((act) => ({ role: 'administrator', module, act, ...WITHOUT_LIMITS }) as const),
  );
}

function everything(): Permission[] {
  return MODULES.flatMap((module) =>
    ACTS.map((act) => ({ role: 'administrator', module, act, ...WITHOUT_LIMITS }) as const),
  );
}
