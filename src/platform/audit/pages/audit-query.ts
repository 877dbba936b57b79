import type { AuditQuery } from '../search-store.ts';

/** What is typed into the search, as it stands in the page's address: identities and days, no names. */
export interface AuditTyped {
  who: string;
  whom: string;
  what: string;
  module: string;
  from: string;
  to: string;
}

/** What is looked for; fields that were left empty do not matter. */
export function queryOf(typed: AuditTyped, before: number | null): AuditQuery {
  const given = Object.entries(typed)
    .map(([name, text]) => [name, text.trim()] as const)
    .filter(([, text]) => text !== '');
  return { ...Object.fromEntries(given), ...(before === null ? {} : { before }) };
}

/** The address of a search, or of another page of it. */
export function addressOf(path: string, typed: AuditTyped, before: number | null = null): string {
  const parameters = new URLSearchParams(
    Object.entries(queryOf(typed, before)).map(([name, value]) => [name, String(value)]),
  );
  return parameters.size === 0 ? path : `${path}?${parameters}`;
}
