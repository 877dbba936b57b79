import type { Permission, Place, Scope } from './model.ts';

/**
 * Whether a permission reaches a place. A reach wider than the role's own scope is cut to nothing less than the matrix
 * says: a sergeant of one ward who may read "unit" reads the unit of that ward; a reach of "ward" held for a whole
 * borough reaches every ward of it. What the place leaves unsaid is not reached, unless nothing at all is asked about it.
 * @param person identity of who asks, for what reaches only their own
 * @param place  what is asked about; null asks whether it is allowed anywhere at all
 */
export function reaches(permission: Permission, person: string | null, place: Place | null): boolean {
  if (place === null || permission.reach === 'everywhere') return true;
  const { reach, scope, organisation } = permission;
  if (reach === 'own') return person !== null && place.owner === person;
  if (reach === 'team') return person !== null && (place.owner === person || (place.team ?? []).includes(person));
  if (reach === 'shared') return organisation !== null && (place.sharedWith ?? []).includes(organisation);
  return scope !== null && within(scopeReached(scope, reach), place);
}

/** The scope of a role widened to what the matrix allows: never narrowed. */
function scopeReached(scope: Scope, reach: 'ward' | 'borough' | 'unit'): Scope {
  if (reach === 'unit') return { unit: scope.unit, borough: null, ward: null };
  if (reach === 'borough') return { ...scope, ward: null };
  return scope;
}

function within(scope: Scope, place: Place): boolean {
  if (place.unit !== scope.unit) return false;
  if (scope.borough !== null && place.borough !== scope.borough) return false;
  return scope.ward === null || place.ward === scope.ward;
}
