import type { Grant, Role } from '../access/model.ts';

/** What a role is called on a page. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  command: 'Command',
  inspector: 'Inspector',
  analyst: 'Analyst',
  sergeant: 'Sergeant',
  officer: 'Officer',
  specialist: 'Specialist',
  'professionalism-lead': 'Professionalism lead',
  council: 'Council officer',
  partner: 'Partner',
  chair: 'Panel chair',
  auditor: 'Auditor',
  administrator: 'Administrator',
};

/** Finds the name of a borough or ward by its code; null when it is not known. */
export type PlaceName = (code: string) => string | null;

/** Roles in words, such as "Analyst, Central North"; several are divided by semicolons. Empty for none. */
export function rolesInWords(grants: readonly Grant[], placeName: PlaceName): string {
  const words = grants.map(({ role, scope }) => {
    const code = scope.ward ?? scope.borough;
    return `${ROLE_WORDS[role]}, ${code === null ? scope.unit : (placeName(code) ?? code)}`;
  });
  return [...new Set(words)].join('; ');
}
