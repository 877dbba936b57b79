import { readFile } from 'node:fs/promises';
import { type Boundary, type BoundaryVersion, boundarySets, parseBoundaries } from '../../geography/index.ts';
import type { Month } from '../../lib/calendar/month.ts';
import { buildAreaIndex } from '../../lib/spatial/index.ts';
import { MemoryLimitReached, runInWorker, TimeLimitReached } from '../../platform/workers/index.ts';
import type { IndexedWards } from '../incidents/indexed-wards.ts';
import { Refusal } from '../model.ts';
import type { KnownWards } from '../mps/ward-version-of.ts';
import { unpackSeries } from '../reading/packed-series.ts';
import { readTextFile } from '../reading/read-text-importer.ts';
import type { ReadContext, TextSource } from '../text-source.ts';
import type { InspectedFile } from './inspect-importer.ts';
import type { TextToStage } from './staged-file.ts';

/** Boundaries of one version by which points are placed: those held, and those that come in the same command. */
export type HeldBoundaries = ReadonlyMap<BoundaryVersion, readonly Boundary[]>;

export interface StagedBoundaries {
  kind: 'boundaries';
  version: BoundaryVersion;
  features: number;
  boundaries: Boundary[];
  refused: { reason: string; count: number }[];
  refusedFeatures: { place: number; reason: string; text: string }[];
}

const LARGEST_WHOLE_READ = 256 * 1024 ** 2;
/** Larger text files are read in a thread of their own: this many bytes take less than a tenth of a second. */
const LARGEST_READ_HERE = 512 * 1024;
const LONGEST_READING_MINUTES = 10;
const READING = new URL('../reading/read-text-importer.ts', import.meta.url);

/** @throws Refusal when the file cannot be read as boundaries */
export async function stageBoundaries(file: InspectedFile): Promise<StagedBoundaries> {
  const parsed = parseBoundaries(await readText(file));
  if (parsed.kind === 'refused') throw new Refusal(`"${file.name}" cannot be imported. ${parsed.sentence}`);
  return parsed;
}

/**
 * Reads a text file: in a thread of its own unless it is small, so that whoever uses the pages meanwhile does not wait.
 * @throws Refusal when the file cannot be read, or has no row that can be used
 */
export async function stageText(
  file: InspectedFile,
  source: TextSource,
  { held, now, about }: { held: HeldBoundaries; now: Month; about: string | null },
): Promise<TextToStage> {
  refuseTooLarge(file);
  const known: KnownWards = [...held].map(([version, boundaries]) => ({
    version,
    codes: new Set(boundaries.map(({ code }) => code)),
  }));
  const context: ReadContext = { held: known, now, about };
  // Boundaries are not copied to another thread: what is placed in them is an answer of at most 10,000 crimes.
  const isReadHere = source.placesPoints === true || file.bytes <= LARGEST_READ_HERE;
  const read = isReadHere
    ? await readTextFile(file.path, source.kind, { ...context, boundaries: held })
    : await readElsewhere(file, source, context);
  if (read.kind === 'refused') throw new Refusal(`"${file.name}" ${read.because}.`);
  return { ...read, series: unpackSeries(read.series) };
}

async function readElsewhere(file: InspectedFile, { kind }: TextSource, context: ReadContext) {
  const limits = { timeLimitMilliseconds: LONGEST_READING_MINUTES * 60_000 };
  try {
    const answer = await runInWorker(READING, 'readTextFile', [file.path, kind, context], limits);
    // What the same function returns, copied.
    return answer as Awaited<ReturnType<typeof readTextFile>>;
  } catch (error) {
    if (error instanceof MemoryLimitReached)
      throw new Refusal(`"${file.name}" needs more memory than one import may use: split it by month or by area.`);
    if (!(error instanceof TimeLimitReached)) throw error;
    throw new Refusal(
      `"${file.name}" could not be read within ${LONGEST_READING_MINUTES} minutes: check it, and try again when the machine is less busy.`,
    );
  }
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

function refuseTooLarge({ name, bytes }: InspectedFile): void {
  if (bytes > LARGEST_WHOLE_READ) throw new Refusal(`"${name}" is larger than a file of its kind can be: check it.`);
}

async function readText(file: InspectedFile): Promise<string> {
  refuseTooLarge(file);
  const bytes = await readFile(file.path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Refusal(`"${file.name}" is not in UTF-8: save it again as CSV (UTF-8).`);
  }
}
