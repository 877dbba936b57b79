import type { Role } from '../access/model.ts';

/**
 * The address of a made-up person, which nobody can have: the top-level domain is reserved (RFC 2606).
 * @param one.mailbox before the @; the role where left out
 */
export const demonstrationEmail = ({ mailbox, role }: { mailbox?: string; role: Role }): string =>
  `${mailbox ?? role}@demonstration.example`;
