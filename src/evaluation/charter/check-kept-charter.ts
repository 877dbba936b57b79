import type { Charter } from '../model.ts';
import type { KeptCharter } from './model.ts';

/**
 * Whether what the records hold of a charter is what was signed: every wording has its hash and names the one before, and
 * every signature names the hash of its wording.
 * @returns null where all of it is, else one sentence for what is not
 */
export function checkKeptCharter(
  { name, wordings, signatures }: KeptCharter,
  hashOf: (charter: Charter) => string,
): string | null {
  for (const [at, { number, hash, previous, charter }] of wordings.entries()) {
    const found = hashOf(charter);
    if (found !== hash)
      return `Wording ${number} of ${name} has the hash ${found.slice(0, 8)}…, and ${hash.slice(0, 8)}… was kept: it was changed past Wardroom; restore the records from a backup.`;
    if (number !== at + 1 || previous !== (wordings[at - 1]?.hash ?? null))
      return `Wording ${number} of ${name} does not follow the one before: something was taken away past Wardroom; restore the records from a backup.`;
  }
  for (const { organisation, wording, hash } of signatures)
    if (wordings.find(({ number }) => number === wording)?.hash !== hash)
      return `${organisation} signed ${hash.slice(0, 8)}…, which is not wording ${wording} of ${name}: it was changed past Wardroom; restore the records from a backup.`;
  return null;
}
