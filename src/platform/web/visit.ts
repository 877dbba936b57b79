import type { Principal } from '../access/model.ts';

/** Who is behind a request, as the session cookie says; a visitor where there is none, or none that still holds. */
export interface Visit {
  principal: Principal;
  /** null for a visitor. */
  session: { id: string; startedAt: Date } | null;
  /** Name to show; null for a visitor. */
  name: string | null;
  /** Roles in words, such as "Analyst, Central North"; empty for a visitor. */
  roles: string;
  /** Whether a visitor may sign in as a made-up person of the demonstration. */
  demonstrationOn: boolean;
}

/**
 * Looks up who is behind a session token.
 * @param token the session cookie's value; null when there is none
 */
export type Identify = (token: string | null) => Promise<Visit>;

/** Nobody signed in. */
export const VISITOR: Visit = {
  principal: { kind: 'visitor' },
  session: null,
  name: null,
  roles: '',
  demonstrationOn: false,
};
