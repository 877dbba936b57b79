import type { BoundaryVersion } from '../geography/index.ts';
import type { Month } from '../lib/calendar/month.ts';
import type { ImportChanges } from './changes/import-changes.ts';
import type { SOURCE_KINDS } from './source-kinds.ts';

/** Rows an importer could not use or counted apart, by reason. */
export interface ReasonCount {
  reason: string;
  count: number;
}

/** What one file was, and what became of it. */
export interface ImportedFile {
  /** Identity for `import revert`; null in a dry run. */
  id: string | null;
  file: string;
  /** SHA-256 of the file's bytes, hex. */
  sha256: string;
  /** Plain name of the kind, such as "MPS ward-level monthly crime". */
  recognisedAs: string;
  kind: SourceKind;
  rowsRead: number;
  rowsUsed: number;
  /** Rows left out, by reason; rowsRead = rowsUsed + the sum of these. */
  refused: ReasonCount[];
  /** Rows used but with a limit, by reason, such as "outside every ward". */
  notices: ReasonCount[];
  /** Months given up to a more complete file of the same vintage: "2024-02: 40 against 73,652 in …". */
  supersededMonths: { month: Month; total: number; by: string; byTotal: number }[];
  from: Month | null;
  to: Month | null;
  /** True when the same file was there already and nothing was changed. */
  unchanged: boolean;
}

export type SourceKind = (typeof SOURCE_KINDS)[number];

export interface ImportReport {
  vintage: string;
  dryRun: boolean;
  boundaryVersions: BoundaryVersion[];
  imports: ImportedFile[];
  /** Files that cannot be imported, gone on without; only where that was asked for, else the first refuses the command. */
  refusedFiles: RefusedFile[];
  /** What would change against what is held; null when it is no dry run. */
  changes: ImportChanges | null;
}

/** A file that cannot be imported. */
export interface RefusedFile {
  file: string;
  /** Its place among the files given; the first is 0. */
  position: number;
  /** One sentence that names the file and says what to do. */
  because: string;
}

/** A past import as listed. */
export interface ImportRecord extends Omit<ImportedFile, 'id'> {
  id: string;
  vintage: string;
  /** Ward or borough sets it has figures or boundaries for. */
  boundaryVersions: BoundaryVersion[];
  importedAt: string;
  importedBy: string;
  revertedAt: string | null;
  revertedBy: string | null;
}

/** A file to import: where it lies, and the name its sender gave it. */
export interface FileToImport {
  path: string;
  name: string;
}

export interface ImportOptions {
  /** Name of the vintage; without one it is the content hash of the files. */
  vintage?: string;
  /** Ward versions to assign incidents to; without them every version whose boundaries are held or come along. */
  boundaryVersions?: BoundaryVersion[];
  /** What files are about that do not say so themselves, such as "leicestershire/NC04" for a neighbourhood. */
  about?: string;
  /** True to do everything but keep nothing. */
  dryRun?: boolean;
  /** True to go on without files that cannot be imported, and to report them; else the first refuses the command. */
  goOnWithoutRefused?: boolean;
  /** Folder in which a dry run leaves the rows left out, to be read with `readLeftOut`. */
  leftOutFolder?: string;
  /** How much an archive may hold unpacked, in bytes. */
  largestInflated?: number;
}

/** How far an import has got; `total` is 0 where it is not known. */
export interface Progress {
  file: string;
  /** Such as "unpacking" or "assigning to wards". */
  step: string;
  done: number;
  total: number;
}

export type OnProgress = (progress: Progress) => void;

/** What a revert took back. */
export interface RevertReport {
  reverted: { id: string; file: string; vintage: string; recognisedAs: string }[];
  /** Sentences worth reading, such as that ward series of other imports were made with boundaries now taken back. */
  notices: string[];
}

/** A file, or a command, that cannot be imported; the message is one sentence that says what to do. */
export class Refusal extends Error {
  override name = 'Refusal';
}
