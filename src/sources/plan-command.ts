import { Refusal } from './model.ts';

/** What a command comes down to: its vintage, and the files to be read. */
export interface PlannedCommand<File> {
  vintage: string;
  /** Files to read, each once; empty when everything is held already. */
  fresh: File[];
}

/** What planning needs to know of a live import. */
export interface LiveImport {
  vintage: string;
  sha256: string;
  kind: string;
}

/**
 * Which files of a command are to be read, and under which vintage they will stand.
 * When every file is held by some live import, nothing is to be done. Otherwise all files form the vintage: those that
 * are held under another name are read again, those it has already are not.
 * @param live imports not reverted, the latest first
 * @param asked name given for the vintage; undefined for one made from the content
 * @param hash makes a short name from the hashes of the files
 * @throws Refusal when the name asked for is that of made-up figures
 */
export function planCommand<File extends { sha256: string }>(
  live: readonly LiveImport[],
  files: readonly File[],
  asked: string | undefined,
  hash: (hashes: string[]) => string,
): PlannedCommand<File> {
  const held = files.map((file) => live.find(({ sha256 }) => sha256 === file.sha256));
  if (held.every((each) => each !== undefined)) return { vintage: held[0]?.vintage ?? '', fresh: [] };
  const distinct = files.filter((file, at) => files.findIndex(({ sha256 }) => sha256 === file.sha256) === at);
  const vintage = asked ?? hash(distinct.map(({ sha256 }) => sha256).sort());
  const inVintage = live.filter((each) => each.vintage === vintage);
  if (inVintage.some(({ kind }) => kind === 'synthetic')) {
    throw new Refusal(`"${vintage}" is the name of made-up figures: give the vintage another name.`);
  }
  return { vintage, fresh: distinct.filter((file) => !inVintage.some(({ sha256 }) => sha256 === file.sha256)) };
}
