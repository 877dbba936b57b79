import type { Role, Scope } from '../access/model.ts';
import type { KnownUnit } from './model.ts';

/** How near the ground a role must be named; the others are held in a whole unit, or in less. */
const NARROWEST: Partial<Record<Role, 'borough' | 'ward'>> = {
  inspector: 'borough',
  sergeant: 'borough',
  officer: 'borough',
  council: 'borough',
  chair: 'ward',
};

/** Roles whose permissions reach their whole unit: naming less would promise a limit that is not there. */
const WHOLE_UNIT: ReadonlySet<Role> = new Set([
  'command',
  'analyst',
  'specialist',
  'professionalism-lead',
  'auditor',
  'administrator',
]);

/**
 * What is wrong with where a role is to be held, in one sentence; null when nothing is.
 * @param units the places of the day on which the role begins
 */
export function placeProblem(role: Role, scope: Scope, units: readonly KnownUnit[]): string | null {
  const unit = units.find(({ name }) => name === scope.unit);
  if (unit === undefined)
    return `There is no command unit "${scope.unit}": choose ${named(units.map((each) => each.name))}.`;
  const borough = unit.boroughs.find(({ code }) => code === scope.borough);
  if (scope.borough !== null && borough === undefined)
    return `${unit.name} has no borough ${scope.borough}: choose ${named(unit.boroughs.map((each) => `${each.name} (${each.code})`))}.`;
  if (scope.ward !== null && borough === undefined) return 'Name the borough of the ward too.';
  if (scope.ward !== null && !borough?.wards.some(({ code }) => code === scope.ward))
    return `${borough?.name} has no ward ${scope.ward}: choose one of its wards.`;
  if (WHOLE_UNIT.has(role) && scope.borough !== null)
    return 'That role is held in a whole command unit: leave the borough and the ward empty.';
  const needed = NARROWEST[role];
  if (needed !== undefined && scope.borough === null) return 'That role is held in a borough or a ward: name it.';
  if (needed === 'ward' && scope.ward === null) return 'That role is held in a ward: name it.';
  return null;
}

function named(names: readonly string[]): string {
  return names.length === 0 ? 'one that is kept here' : names.join(', ');
}
