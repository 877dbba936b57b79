import { type Principal, ROLES, type Role, type Scope } from '../../src/platform/access/index.ts';

/** Two boroughs of one command unit, and another unit. */
export const UNIT = 'Central North';
export const CAMDEN = 'E09000007';
export const ISLINGTON = 'E09000019';
/** A ward of Camden. */
export const WARD = 'E05013652';

const SCOPES: Record<string, Scope> = {
  'in the unit': { unit: UNIT, borough: null, ward: null },
  'in Camden': { unit: UNIT, borough: CAMDEN, ward: null },
  'in Islington': { unit: UNIT, borough: ISLINGTON, ward: null },
  'in a ward of Camden': { unit: UNIT, borough: CAMDEN, ward: WARD },
  'in another unit': { unit: 'Central East', borough: null, ward: null },
};

export const personWith = (role: Role, scope: Scope, organisation: string | null = null): Principal => ({
  kind: 'person',
  person: 'person:0000000000000001',
  grants: [{ role, scope, organisation }],
  demonstration: false,
  steppedUp: true,
});

/** Every role in every scope, somebody without a role, the command line and a visitor: who a walk goes as. */
export function eachPrincipal(): { who: string; principal: Principal }[] {
  return [
    { who: 'a visitor', principal: { kind: 'visitor' } },
    {
      who: 'somebody without a role',
      principal: { ...personWith('officer', { unit: UNIT, borough: null, ward: null }), grants: [] } as Principal,
    },
    { who: 'the command line', principal: { kind: 'operator', name: 'test', as: null } },
    ...ROLES.flatMap((role) =>
      Object.entries(SCOPES).map(([where, scope]) => ({
        who: `${role} ${where}`,
        principal: personWith(role, scope, role === 'council' || role === 'partner' ? 'Camden Council' : null),
      })),
    ),
  ];
}
