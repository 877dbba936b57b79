const HERE = 'https://wardroom.invalid';

/**
 * The address on this server that a text names, for going on after sign-in; null for anything else, so that no link can
 * send a person who just signed in to another site.
 * @param text as it stood in an address or a form: "/import?page=2"
 * @returns path and query, as the browser will read them
 * @source https://cheatsheetseries.owasp.org/cheatsheets/Unvalidated_Redirects_and_Forwards_Cheat_Sheet.html
 */
export function localPath(text: unknown): string | null {
  // Browsers read "\" as "/" and drop tabs and line ends, so "/\evil" and "/<tab>/evil" name another site.
  if (typeof text !== 'string' || text.length > 2_000 || !/^\/(?!\/)[^\\\p{Cc}]*$/u.test(text)) return null;
  const read = URL.parse(text, HERE);
  if (read?.origin !== HERE) return null;
  // "/.//evil" and "/x/..//evil" have lost their dots by now, and what is left would name another site when read again.
  if (read.pathname.startsWith('//') || read.pathname.includes('\\')) return null;
  return `${read.pathname}${read.search}`;
}
