import type { RoleGrant } from './model.ts';

/** Whether a role lets a second person in, who approves or proposes the rest: all that is ever approved by one alone. */
export const isLettingInASecond = ({ person, role }: Pick<RoleGrant, 'person' | 'role'>, by: string): boolean =>
  person !== by && (role === 'command' || role === 'administrator');
