import type { BoundaryVersion } from '../../geography/index.ts';
import { isIncidentKind } from '../incidents/incident-kinds.ts';
import { Refusal } from '../model.ts';

/** What a command comes down to: its vintage, and the files to be read. */
export interface PlannedCommand<File> {
  vintage: string;
  /** Files to read, each once; empty when everything is held already. */
  fresh: File[];
}

/** What planning needs to know of a live import. */
export interface LiveImport {
  id: string;
  vintage: string;
  sha256: string;
  kind: string;
  boundaryVersions: readonly BoundaryVersion[];
}

export interface AskedCommand {
  /** Name given for the vintage; undefined for one made from the content. */
  vintage: string | undefined;
  /** Ward sets that street files are to be placed in: those asked for, else all that are held or come along. */
  wardSets: readonly BoundaryVersion[];
}

/**
 * Which files of a command are to be read, and under which vintage they will stand.
 * When one vintage holds every file, and no other is asked for, nothing is to be done. Otherwise all files form the
 * vintage: those that are held under another name are read again, those it has already are not.
 * @param live imports not reverted, the latest first
 * @param hash makes a short name from the hashes of the files
 * @param onRefused told of a street file that the vintage holds and that was not placed in every ward set there now is
 * @throws Refusal when the name asked for is that of made-up figures
 */
export function planCommand<File extends { sha256: string; name: string }>(
  live: readonly LiveImport[],
  files: readonly File[],
  asked: AskedCommand,
  hash: (hashes: string[]) => string,
  onRefused: (file: File, refusal: Refusal) => void,
): PlannedCommand<File> {
  const distinct = files.filter((file, at) => files.findIndex(({ sha256 }) => sha256 === file.sha256) === at);
  const vintage =
    asked.vintage ?? holdingAll(live, distinct, asked.wardSets) ?? hash(distinct.map(({ sha256 }) => sha256).sort());
  const inVintage = live.filter((each) => each.vintage === vintage);
  if (inVintage.some(({ kind }) => kind === 'synthetic')) {
    throw new Refusal(`"${vintage}" is the name of made-up figures: give the vintage another name.`);
  }
  for (const file of distinct) {
    const because = toBePlacedAgain(file, inVintage, asked.wardSets);
    if (because !== null) onRefused(file, new Refusal(because));
  }
  return { vintage, fresh: distinct.filter((file) => !inVintage.some(({ sha256 }) => sha256 === file.sha256)) };
}

/** The latest vintage that holds all files, one that has them in every ward set before one that has not. */
function holdingAll(
  live: readonly LiveImport[],
  files: readonly { sha256: string }[],
  wardSets: readonly BoundaryVersion[],
): string | undefined {
  const found = [...new Set(live.map(({ vintage }) => vintage))]
    .map((vintage) => ({ vintage, held: live.filter((each) => each.vintage === vintage) }))
    .filter(({ held }) => files.every((file) => held.some(({ sha256 }) => sha256 === file.sha256)));
  const isPlaced = ({ held }: { held: LiveImport[] }): boolean =>
    files.every(({ sha256 }) => held.every((each) => each.sha256 !== sha256 || lacking(each, wardSets).length === 0));
  return (found.find(isPlaced) ?? found[0])?.vintage;
}

function lacking(held: LiveImport, wardSets: readonly BoundaryVersion[]): BoundaryVersion[] {
  return isIncidentKind(held.kind) ? wardSets.filter((version) => !held.boundaryVersions.includes(version)) : [];
}

/** Why a street file must be taken back before it can be imported; null when it need not be. */
function toBePlacedAgain(
  file: { sha256: string; name: string },
  inVintage: readonly LiveImport[],
  wardSets: readonly BoundaryVersion[],
): string | null {
  const held = inVintage.find(({ sha256 }) => sha256 === file.sha256);
  const missing = held ? lacking(held, wardSets) : [];
  if (!held || missing.length === 0) return null;
  const placed = held.boundaryVersions.join(' and ');
  return `"${file.name}" is held in "${held.vintage}" and was placed in ${placed}, not in ${missing.join(' and ')}: take import ${held.id} back, then import it again.`;
}
