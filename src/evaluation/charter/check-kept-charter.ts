import type { Charter } from '../model.ts';
import type { KeptCharter } from './model.ts';
import { changesOf } from './wording-in-force.ts';

/**
 * Whether what the records hold of a charter is what was signed: every wording has its hash and names the one before, and
 * every signature names the hash of its wording. What an amendment is kept as changing must be what it changes.
 * @param audited how many wordings and signatures the audit trail says were written
 * @returns null where all of it is, else one sentence for what is not
 */
export function checkKeptCharter(
  { name, wordings, unreadable, signatures }: KeptCharter,
  hashOf: (charter: Charter) => string,
  audited: { wordings: number; signatures: number },
): string | null {
  const all = [...wordings, ...unreadable].toSorted((a, b) => a.number - b.number);
  for (const [at, { number, hash, previous }] of all.entries()) {
    const worded = wordings.find((each) => each.number === number);
    if (worded === undefined)
      return `Wording ${number} of ${name} cannot be read as a charter by this release: it was written past Wardroom, or by a later release; restore the records from a backup, or update.`;
    const found = hashOf(worded.charter);
    if (found !== hash)
      return `Wording ${number} of ${name} has the hash ${found.slice(0, 8)}…, and ${hash.slice(0, 8)}… was kept: it was changed past Wardroom; restore the records from a backup.`;
    if (number !== at + 1 || previous !== (all[at - 1]?.hash ?? null))
      return `Wording ${number} of ${name} does not follow the one before: something was taken away past Wardroom; restore the records from a backup.`;
    const changes = worded.amendment === null ? null : changesOf(wordings, number);
    if (changes !== null && JSON.stringify(changes) !== JSON.stringify(worded.changed))
      return `Wording ${number} of ${name} is kept as changing something else than it changes: pages show what it changes; it was written past Wardroom, or by a release that said it otherwise.`;
  }
  for (const [what, held] of [
    ['wordings', all.length],
    ['signatures', signatures.length],
  ] as const)
    if (held < audited[what])
      return `The audit trail says that ${audited[what]} ${what} of ${name} were written, and the records hold ${held}: something was taken away past Wardroom; restore the records from a backup.`;
  for (const { organisation, wording, hash } of signatures)
    if (wordings.find(({ number }) => number === wording)?.hash !== hash)
      return `${organisation} signed ${hash.slice(0, 8)}…, which is not wording ${wording} of ${name}: it was changed past Wardroom; restore the records from a backup.`;
  return null;
}
