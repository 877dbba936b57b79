/**
 * An e-mail address as it is compared: without spaces around it and in small letters. Folded here and nowhere else, because
 * databases and languages disagree on letters such as İ, and two that differ would be one account with two counters.
 * @returns null for an address with other characters than those of ASCII, which nobody has here
 */
export function foldEmail(typed: string): string | null {
  const email = typed.trim();
  return /^[\x21-\x7e]+$/.test(email) ? email.toLowerCase() : null;
}
