import { CONDITIONS, unmetConditions } from './conditions.ts';
import type { Act, Condition, Module, Permission, Place, Principal } from './model.ts';
import { permissionsOf } from './permissions-of.ts';
import { reaches } from './reaches.ts';

/** What is asked of a principal. */
export interface Asked {
  module: Module;
  act: Act;
  /** null: anywhere at all. */
  place: Place | null;
}

/** Identity of the person behind a principal; null for a visitor, for Wardroom, and for an operator by themselves. */
export function personOf(principal: Principal): string | null {
  if (principal.kind === 'person') return principal.person;
  return principal.kind === 'operator' ? (principal.as?.person ?? null) : null;
}

/** The permissions under which a principal may do what is asked; empty when they may not. */
export function permissionsFor(principal: Principal, { module, act, place }: Asked): readonly Permission[] {
  const person = personOf(principal);
  return permissionsOf(principal).filter(
    (permission) => permission.module === module && permission.act === act && reaches(permission, person, place),
  );
}

/**
 * Whether a principal may see or change records so; permissions that show only totals do not count.
 * @param met conditions that are met; by default all of them, to ask whether their roles allow it at all: what lets
 * anybody in asks requirePermission
 */
export function may(principal: Principal, asked: Asked, met: readonly Condition[] = CONDITIONS): boolean {
  return permissionsFor(principal, asked).some(
    (permission) => permission.only === null && unmetConditions(permission, principal, met).length === 0,
  );
}
