import { readFile } from 'node:fs/promises';
import { type Boundary, type BoundaryVersion, boundarySets, parseBoundaries } from '../../geography/index.ts';
import type { Month } from '../../lib/calendar/month.ts';
import { buildAreaIndex } from '../../lib/spatial/index.ts';
import type { IndexedWards } from '../incidents/stage-incidents-importer.ts';
import { Refusal } from '../model.ts';
import type { KnownWards } from '../mps/ward-version-of.ts';

import type { ReadText, TextSource } from '../text-source.ts';
import type { InspectedFile } from './inspect-importer.ts';

/** Boundaries of one version by which points are placed: those held, and those that come in the same command. */
export type HeldBoundaries = ReadonlyMap<BoundaryVersion, readonly Boundary[]>;

export interface StagedBoundaries {
  kind: 'boundaries';
  version: BoundaryVersion;
  features: number;
  boundaries: Boundary[];
  refused: { reason: string; count: number }[];
}

const LARGEST_WHOLE_READ = 256 * 1024 ** 2;
/** Figures are found by category and area, and an index takes no more than 2,700 bytes; the longest real one has 119. */
const LONGEST_KEY = 300;

/** @throws Refusal when the file cannot be read as boundaries */
export async function stageBoundaries(file: InspectedFile): Promise<StagedBoundaries> {
  const parsed = parseBoundaries(await readText(file, false));
  if (parsed.kind === 'refused') throw new Refusal(`"${file.name}" cannot be imported. ${parsed.sentence}`);
  return parsed;
}

/** @throws Refusal when the file cannot be read, or has no row that can be used */
export async function stageText(
  file: InspectedFile,
  source: TextSource,
  { held, now, about }: { held: HeldBoundaries; now: Month; about: string | null },
): Promise<ReadText> {
  const known: KnownWards = [...held].map(([version, boundaries]) => ({
    version,
    codes: new Set(boundaries.map(({ code }) => code)),
  }));
  const read = source.read(await readText(file, source.mayBeWindows1252 ?? false), {
    held: known,
    boundaries: held,
    now,
    about,
  });
  if (read.kind === 'refused') throw new Refusal(`"${file.name}" ${read.because}.`);
  if (read.series.some(({ category, areaCode }) => category.length > LONGEST_KEY || areaCode.length > LONGEST_KEY)) {
    throw new Refusal(
      `"${file.name}" has names of more than ${LONGEST_KEY} letters, so it is damaged: download it again.`,
    );
  }
  return read;
}

/**
 * The ward versions that points are assigned to, ready for finding points.
 * @param asked versions asked for; null for all whose boundaries there are
 * @throws Refusal when there are none, or not those asked for
 */
export function wardsToPlaceIn(held: HeldBoundaries, asked: readonly BoundaryVersion[] | null): IndexedWards[] {
  const versions = boundarySets()
    .filter(({ kind }) => kind === 'ward')
    .map(({ version }) => version);
  const wanted = asked ?? versions.filter((version) => (held.get(version)?.length ?? 0) > 0);
  const missing = wanted.find((version) => (held.get(version)?.length ?? 0) === 0);
  if (missing !== undefined || wanted.length === 0) {
    const which = missing === undefined ? '' : ` of ${missing}`;
    throw new Refusal(
      `Files of incidents need ward boundaries${which}, and none are held: import the ward boundaries (GeoJSON) first or in the same command.`,
    );
  }
  return wanted.map((version) => {
    const boundaries = held.get(version) ?? [];
    return {
      version,
      wards: boundaries.map(({ code, boroughCode }) => ({ code, boroughCode })),
      index: buildAreaIndex(boundaries),
    };
  });
}

async function readText(file: InspectedFile, mayBeWindows1252: boolean): Promise<string> {
  if (file.bytes > LARGEST_WHOLE_READ)
    throw new Refusal(`"${file.name}" is larger than a file of its kind can be: check it.`);
  const bytes = await readFile(file.path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    if (mayBeWindows1252) return new TextDecoder('windows-1252').decode(bytes);
    throw new Refusal(`"${file.name}" is not in UTF-8: save it again as CSV (UTF-8).`);
  }
}
