import type { CharterShown } from '../model.ts';

/**
 * The last amendment where it is not in force yet, with those who have still to sign it: until they have, the charter holds
 * as it is shown. Null where none waits.
 */
export function amendmentThatWaits({
  charter,
  hash,
  standing,
  signatures,
  amendments,
}: CharterShown): { number: number; on: string; missing: string[] } | null {
  const last = amendments.at(-1);
  if (last === undefined || last.hash === hash || standing === 'retrospective') return null;
  const signed = signatures.filter((each) => each.hash === last.hash).map(({ organisation }) => organisation);
  const missing = charter.signatories.map(({ organisation }) => organisation).filter((name) => !signed.includes(name));
  return { number: last.number, on: last.on, missing };
}
