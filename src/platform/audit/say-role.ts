import { type Asked, type Permission, type Principal, permissionsFor } from '../access/index.ts';

/**
 * The role under which a principal does what they ask, in words with its scope; null for Wardroom itself, for the command
 * line on its own and for whom no role allows it.
 * @example
 * actingRole(platform.principal, { module: 'panels', act: 'write', place: { unit, borough, ward } });
 * // 'sergeant, Central North, E09000019, E05013698'
 */
export function actingRole(principal: Principal, asked: Asked): string | null {
  const [permission] = permissionsFor(principal, asked).filter(({ only, scope }) => only === null && scope !== null);
  return permission === undefined ? null : sayRole(permission);
}

/** A role in words with its scope: "council, Central North, E09000007, for Camden Council". */
export function sayRole({ role, scope, organisation }: Pick<Permission, 'role' | 'scope' | 'organisation'>): string {
  const place = [scope?.unit, scope?.borough, scope?.ward].filter((part) => typeof part === 'string');
  return [role.replaceAll('-', ' '), ...place, ...(organisation === null ? [] : [`for ${organisation}`])].join(', ');
}
