import type { Boundary, BoundaryVersion } from '../../geography/index.ts';
import type { Month } from '../../lib/calendar/month.ts';
import type { OnProgress } from '../model.ts';
import { type HeldWards, placeInWards } from '../street/place-in-wards.ts';
import type { StagedStreet } from '../street/street-importer.ts';
import type { InspectedFile } from './inspect-importer.ts';
import { inOrderOfImport } from './order-of-import.ts';
import {
  type HeldBoundaries,
  stageBoundaries,
  stageStreetFile,
  stageText,
  wardsToPlaceIn,
} from './stage-files-importer.ts';
import { type StagedFile, stagedBoundaries, stagedStreet, stagedText } from './staged-file.ts';

export interface CommandSettings {
  /** Staging folder of the command. */
  folder: string;
  /** Boundaries held before the command. */
  held: HeldBoundaries;
  /** Ward versions asked for; null for every version whose boundaries there are. */
  boundaryVersions: readonly BoundaryVersion[] | null;
  /** Wards that the vintage's territorial street files cover already. */
  heldWards: HeldWards;
  now: Month;
  /** What the operator says the files are about; null when nothing is said. */
  about: string | null;
  largestInflated: number | undefined;
}

/** A file with what became of it. */
export interface StagedOf {
  file: InspectedFile;
  staged: StagedFile;
}

/**
 * Reads and checks every file of a command, boundaries first; keeps nothing yet.
 * @throws Refusal at the first file that cannot be imported
 */
export async function stageCommand(
  files: readonly InspectedFile[],
  settings: CommandSettings,
  onProgress: OnProgress,
): Promise<StagedOf[]> {
  const held = new Map<BoundaryVersion, readonly Boundary[]>(settings.held);
  const others: StagedOf[] = [];
  const streets: { file: InspectedFile; read: StagedStreet }[] = [];
  for (const file of inOrderOfImport(files)) {
    const { kind } = file.recognised;
    onProgress({ file: file.name, step: 'reading', done: 0, total: 0 });
    if (kind === 'geojson') {
      const parsed = await stageBoundaries(file);
      held.set(parsed.version, joined(held.get(parsed.version) ?? [], parsed.boundaries));
      others.push({ file, staged: stagedBoundaries(parsed) });
    } else if (file.recognised.kind === 'text') {
      const { source } = file.recognised;
      others.push({ file, staged: stagedText(source, await stageText(file, source, { ...settings, held })) });
    } else {
      const wards = wardsToPlaceIn(held, settings.boundaryVersions);
      streets.push({ file, read: await stageStreetFile(file, { ...settings, wards }, onProgress) });
    }
  }
  const counts = streets.map(({ read }) => read.counts);
  const placed = streets.map(({ file, read }) => ({
    file,
    staged: stagedStreet(
      file.recognised.kind === 'archive',
      read,
      placeInWards(read.counts, counts, settings.heldWards),
    ),
  }));
  const all = [...others, ...placed];
  return files.flatMap((file) => all.filter((each) => each.file === file));
}

/** Boundaries of a version by code, the newer file's before those held. */
function joined(held: readonly Boundary[], newer: readonly Boundary[]): Boundary[] {
  const byCode = new Map([...held, ...newer].map((boundary) => [boundary.code, boundary]));
  return [...byCode.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}
