import type { Boundary, BoundaryVersion } from '../../geography/index.ts';
import type { Month } from '../../lib/calendar/month.ts';
import { territorialWards } from '../later-wards/later-figures.ts';
import type { LaterFigures } from '../later-wards/model.ts';
import { sayCounted } from '../later-wards/say-later.ts';
import { type FileToImport, type OnProgress, Refusal } from '../model.ts';
import type { HeldWards } from '../street/place-in-wards.ts';
import type { InspectedFile } from './inspect-importer.ts';
import { inOrderOfImport } from './order-of-import.ts';
import { type HeldBoundaries, stageBoundaries, stageText, wardsToPlaceIn } from './stage-files-importer.ts';
import { type StagedIncidentFile, stageIncidentFile } from './stage-incident-file-importer.ts';
import { stageParts } from './stage-parts-importer.ts';
import { type StagedFile, stagedBoundaries, stagedText } from './staged-file.ts';

export interface CommandSettings {
  /** Staging folder of the command. */
  folder: string;
  /** Boundaries held before the command. */
  held: HeldBoundaries;
  /** Ward versions asked for; null for every version whose boundaries there are. */
  boundaryVersions: readonly BoundaryVersion[] | null;
  /** Name of the vintage the files will stand under. */
  vintage: string;
  /** Wards that the vintage's territorial street files cover already. */
  heldWards: HeldWards;
  /** What imports that are there already come to in the wards as they will be. */
  countLater(after: HeldBoundaries): Promise<LaterFigures[]>;
  /** Paths of the Parquet files of street crime in the lake, whose crime IDs outcomes may have. */
  streetFiles: readonly string[];
  now: Month;
  /** What the operator says the files are about; null when nothing is said. */
  about: string | null;
  largestInflated: number | undefined;
}

/** Told of a file that cannot be imported: it throws, or returns to go on without the file. */
export type OnRefused = (file: FileToImport, refusal: Refusal) => void;

/** A file with what became of it. */
export interface StagedOf {
  file: InspectedFile;
  staged: StagedFile;
}

/** A command's files, and what imports that were there before come to in the wards they bring. */
export interface StagedFiles {
  files: StagedOf[];
  later: LaterFigures[];
}

/**
 * Reads and checks every file of a command, boundaries first; keeps nothing yet.
 * @param onRefused told of a file that cannot be imported: it throws, or returns to go on without the file
 */
export async function stageCommand(
  files: readonly InspectedFile[],
  settings: CommandSettings,
  onProgress: OnProgress,
  onRefused: OnRefused,
): Promise<StagedFiles> {
  const held = new Map<BoundaryVersion, readonly Boundary[]>(settings.held);
  const others: StagedOf[] = [];
  const incidents: { file: InspectedFile; read: StagedIncidentFile }[] = [];
  for (const file of inOrderOfImport(files)) {
    const { kind } = file.recognised;
    onProgress({ file: file.name, step: 'reading', done: 0, total: 0 });
    try {
      if (kind === 'geojson') {
        const parsed = await stageBoundaries(file);
        held.set(parsed.version, joined(held.get(parsed.version) ?? [], parsed.boundaries));
        others.push({ file, staged: stagedBoundaries(parsed) });
      } else if (file.recognised.kind === 'text') {
        const { source } = file.recognised;
        others.push({ file, staged: stagedText(source, await stageText(file, source, { ...settings, held })) });
      } else {
        const wards = wardsToPlaceIn(held, settings.boundaryVersions);
        incidents.push({ file, read: await stageIncidentFile(file, { ...settings, wards }, onProgress) });
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      onRefused(file, error);
    }
  }
  const later = await settings.countLater(held);
  const heldWards = together(settings.heldWards, territorialWards(later, settings.vintage));
  const parts = await stageParts(
    incidents.map(({ read }) => read),
    { ...settings, heldWards },
  );
  const placed = incidents.flatMap(({ file }, at) => {
    const staged = parts[at];
    return staged ? [{ file, staged }] : [];
  });
  const all = [...others.map((each) => ({ ...each, staged: withLater(each.staged, later) })), ...placed];
  return { files: files.flatMap((file) => all.filter((each) => each.file === file)), later };
}

/** A boundary file's report says which incidents of earlier imports are counted in its set. */
function withLater(staged: StagedFile, later: readonly LaterFigures[]): StagedFile {
  const [version] = staged.boundaryVersions;
  if (staged.kind !== 'boundaries' || version === undefined) return staged;
  return { ...staged, notices: [...staged.notices, ...sayCounted(later, version)] };
}

function together(some: HeldWards, others: HeldWards): HeldWards {
  const versions = new Set([...some.keys(), ...others.keys()]);
  return new Map(
    [...versions].map((each) => [each, new Set([...(some.get(each) ?? []), ...(others.get(each) ?? [])])]),
  );
}

/** Boundaries of a version by code, the newer file's before those held. */
function joined(held: readonly Boundary[], newer: readonly Boundary[]): Boundary[] {
  const byCode = new Map([...held, ...newer].map((boundary) => [boundary.code, boundary]));
  return [...byCode.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}
