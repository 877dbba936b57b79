import { longDate } from '../../ui/long-date.ts';
import type { CharterShown } from '../model.ts';
import type { CharterFile } from './charter-file.ts';

const short = (hash: string): string => `${hash.slice(0, 8)}…`;

/**
 * Whether a file still says what was signed.
 * @param hash of what the file says
 * @returns null where it does, or where nobody signed it; else one sentence with the beginnings of both hashes, and who signed
 *   which when
 */
export function checkCharterFile(file: CharterFile, hash: string): string | null {
  const { signatures, amendments, charter } = file;
  const known = [...signatures, ...amendments].map((each) => each.hash);
  if (known.length === 0 || known.includes(hash)) {
    if (file.hash !== null && file.hash !== hash)
      return `This file says that its hash is ${short(file.hash)}, and what it says has ${short(hash)}: it was changed afterwards; ask who keeps the charter for the file as it was exported.`;
    if (charter.kind === 'retrospective' && signatures.length > 0)
      return 'This file says that a retrospective charter was signed, which nobody can do: ask who keeps it for the file as it was exported.';
    return null;
  }
  const last = signatures.at(-1);
  if (last === undefined)
    return `The last amendment of this file has the hash ${short(known.at(-1) ?? '')}, and what the file says has ${short(hash)}: it was changed afterwards; ask who keeps the charter for the file as it was exported.`;
  return `${last.organisation} (${last.name}) signed ${short(last.hash)} on ${longDate(last.on)}, and what this file says has the hash ${short(hash)}: it was changed after it was signed; ask them for the file that they signed.`;
}

/**
 * Whether a file says what the records hold under its name.
 * @param hash of what the file says
 * @returns null where it does, else one sentence with the beginnings of both hashes
 */
export function checkAgainstRecords(
  held: CharterShown,
  { signatures, amendments }: Pick<CharterFile, 'signatures' | 'amendments'>,
  hash: string,
): string | null {
  if (held.hash === hash) return besideRecords(held, { signatures, amendments });
  const { name } = held.charter;
  const signed = held.signatures.findLast((each) => each.hash === held.hash);
  const who = signed === undefined ? 'unsigned' : `signed last by ${signed.organisation} on ${longDate(signed.on)}`;
  const amended = held.amendments.at(-1);
  const former = [...held.signatures, ...held.amendments].some((each) => each.hash === hash);
  if (former && amended !== undefined)
    return `This file has the hash ${short(hash)}, another wording of ${name} than the one in force, ${short(held.hash)}, ${who} (amendment ${amended.number} is of ${longDate(amended.on)}): use the charter by its name.`;
  return `The records hold ${name} as ${short(held.hash)}, ${who}, and this file has the hash ${short(hash)}: use the charter by its name, or give the file a name of its own.`;
}

/** What a file says beside the charter that the records do not hold so: who signed when, and what was amended when and why. */
function besideRecords(
  held: CharterShown,
  { signatures, amendments }: Pick<CharterFile, 'signatures' | 'amendments'>,
): string | null {
  const signature = ({ organisation, name, on, hash }: CharterShown['signatures'][number]) =>
    JSON.stringify([organisation, name, on, hash]);
  const amendment = ({ number, on, because, changed, hash }: CharterShown['amendments'][number]) =>
    JSON.stringify([number, on, because, changed, hash]);
  const forged = signatures.find((each) => !held.signatures.map(signature).includes(signature(each)));
  if (forged !== undefined)
    return `This file says that ${forged.name} signed ${short(forged.hash)} for ${forged.organisation} on ${longDate(forged.on)}, and the records hold no such signature: use the charter by its name.`;
  const changed = amendments.find((each) => !held.amendments.map(amendment).includes(amendment(each)));
  if (changed === undefined) return null;
  return `This file says that amendment ${changed.number} was made on ${longDate(changed.on)}, because “${changed.because}”, and the records hold no such amendment: use the charter by its name.`;
}
