import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Boundary, type BoundaryVersion, boundarySets } from '../geography/index.ts';
import { boundariesOf, boundaryVersionsHeld } from '../geography/service.ts';
import { parseMonth } from '../lib/calendar/month.ts';
import { todayInLondon } from '../lib/calendar/today-in-london.ts';
import type { CategorySeries } from '../measures/index.ts';
import { guarded, ownWork, published } from '../platform/access/index.ts';
import type { ImportsCheck } from '../platform/audit/index.ts';
import type { Records } from '../platform/database/index.ts';
import type { Platform } from '../platform/platform.ts';
import { openStaging } from './engine/folders-importer.ts';
import { checkImportRoots, rootOlderImports } from './engine/import-roots-service.ts';
import { type InspectedFile, inspectFile } from './engine/inspect-importer.ts';
import { keepImports, keepSynthetic, liveImports, readImportRecords } from './engine/keep-service.ts';
import { planCommand } from './engine/plan-command.ts';
import { type Refusals, refusalsOf } from './engine/refusals.ts';
import { reportImport } from './engine/report-import.ts';
import { revertImports } from './engine/revert-service.ts';
import { stageCommand } from './engine/stage-command-importer.ts';
import { type HeldBoundaries, stageBoundaries } from './engine/stage-files-importer.ts';
import { isVintageName } from './engine/vintage-name.ts';
import { isDiskFull } from './is-disk-full.ts';
import { heldState } from './later-wards/keep-later-service.ts';
import { countInComingWards } from './later-wards/later-service.ts';
import type { LeftOutRow } from './left-out/left-out-lines.ts';
import { readLeftOutOfImport, writeLeftOut } from './left-out/left-out-store.ts';
import {
  type FileToImport,
  type ImportOptions,
  type ImportRecord,
  type ImportReport,
  type OnProgress,
  Refusal,
  type RevertReport,
} from './model.ts';
import { readBoundaryImports, readImports, readLakeIdentity, readStreetFiles, readTerritorialWards } from './store.ts';

export { searchedMonths, searchesByEthnicity, searchesState } from './stop-and-search/searched/searched-service.ts';

/**
 * Imports files as one vintage: all of them or, when one is refused, none. Files that are held already change nothing.
 * The long work is done beside the records; they are written in one short transaction with their audit.
 * @throws Refusal with one sentence that names the file and says what to do
 */
export const importFiles = guarded(
  { name: 'sources.import-files', module: 'imports', act: 'write' },
  async (
    platform: Platform,
    files: readonly FileToImport[],
    options: ImportOptions = {},
    onProgress: OnProgress = () => {},
  ): Promise<ImportReport> => {
    if (files.length === 0) throw new Refusal('Name at least one file to import.');
    if (options.vintage !== undefined && !isVintageName(options.vintage)) {
      throw new Refusal('Name the vintage with letters, numbers, spaces, full stops and dashes: up to 60 of them.');
    }
    const refusals = refusalsOf(files, options.goOnWithoutRefused ?? false);
    const inspected = await inspectFiles(files, refusals, onProgress);
    const dryRun = options.dryRun ?? false;
    const live = await liveImports(platform.records);
    const wardSets = await wardSetsMeant(platform.records, live, inspected, options);
    const plan = () =>
      planCommand(
        live,
        refusals.without(inspected),
        { vintage: options.vintage, wardSets },
        contentHash,
        refusals.tell,
      );
    plan();
    // A refused file changes what the others form, so the plan is made again once it is known.
    const first = plan();
    const report = () =>
      reportImport(live, {
        vintage: refusals.without(inspected).length === 0 ? (options.vintage ?? '') : plan().vintage,
        dryRun,
        files: refusals.without(inspected),
        fresh: new Set(),
        refusedFiles: refusals.told(),
      });
    if (first.fresh.length === 0) return report();
    const staging = await openStaging(platform.dataFolder);
    try {
      const boundaryImports = await readBoundaryImports(platform.records);
      const incidentsHeld = await heldState(platform.records);
      const before = await heldBoundaries(platform.records);
      const heldWards = await readTerritorialWards(platform.records, first.vintage);
      const read = await stageCommand(
        first.fresh,
        {
          folder: staging.path,
          held: before,
          vintage: first.vintage,
          countLater: (after) => countInComingWards(platform, { before, after, folder: staging.path }, onProgress),
          boundaryVersions: options.boundaryVersions ?? null,
          heldWards,
          streetFiles: (await readStreetFiles(platform.records)).map((path) => join(platform.dataFolder, path)),
          now: parseMonth(todayInLondon(platform.now()).slice(0, 7)),
          largestInflated: options.largestInflated,
          about: options.about ?? null,
        },
        onProgress,
        refusals.tell,
      );
      const command = plan();
      if (command.fresh.length === 0) return report();
      const staged = read.files.filter(({ file }) => command.fresh.includes(file));
      const leftOut = await writeLeftOut(
        (dryRun ? options.leftOutFolder : undefined) ?? join(staging.path, 'left-out'),
        staged.map(({ file, staged: { refusedRows } }) => ({
          sha256: file.sha256,
          name: file.name,
          rows: refusedRows,
        })),
      );
      return await keepImports(
        platform,
        {
          ...command,
          inspected: refusals.without(inspected),
          staged,
          boundaryImports,
          heldWards,
          heldState: incidentsHeld,
          later: read.later,
          leftOut,
          refusedFiles: refusals.told(),
          dryRun,
        },
        onProgress,
      );
    } catch (error) {
      if (!isDiskFull(error)) throw error;
      throw new Refusal('The disk is full, so nothing was changed: free some room and import again.');
    } finally {
      await staging.remove();
    }
  },
);

async function inspectFiles(
  files: readonly FileToImport[],
  refusals: Refusals,
  onProgress: OnProgress,
): Promise<InspectedFile[]> {
  const inspected: InspectedFile[] = [];
  for (const file of files) {
    try {
      inspected.push(
        await inspectFile(file, (done, total) => onProgress({ file: file.name, step: 'recognising', done, total })),
      );
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusals.tell(file, error);
    }
  }
  return inspected;
}

/** Does everything an import does and keeps nothing, so the counts are those of the import. */
export const previewImport = guarded(
  { name: 'sources.preview-import', module: 'imports', act: 'write' },
  async (
    platform: Platform,
    files: readonly FileToImport[],
    options: ImportOptions = {},
    onProgress: OnProgress = () => {},
  ): Promise<ImportReport> => {
    return importFiles(platform, files, { ...options, dryRun: true }, onProgress);
  },
);

/**
 * The ward sets that files of incidents held already are to be in: those asked for, else those held. Sets that come in the
 * command are not among them, since what is held is counted in those with it.
 */
async function wardSetsMeant(
  records: Records,
  live: readonly ImportRecord[],
  files: readonly InspectedFile[],
  { boundaryVersions }: ImportOptions,
): Promise<BoundaryVersion[]> {
  const coming = new Set<BoundaryVersion>();
  const isHeld = ({ sha256 }: InspectedFile): boolean => live.some((each) => each.sha256 === sha256);
  for (const file of files) {
    if (file.recognised.kind !== 'geojson' || isHeld(file)) continue;
    const version = await boundaryVersionIn(file);
    if (version !== null) coming.add(version);
  }
  const meant = boundaryVersions ?? (await boundaryVersionsHeld(records));
  return boundarySets().flatMap(({ kind, version }) =>
    kind === 'ward' && meant.includes(version) && !coming.has(version) ? [version] : [],
  );
}

/** The set a boundary file is of; null when it cannot be read, which is said when it is. */
async function boundaryVersionIn(file: InspectedFile): Promise<BoundaryVersion | null> {
  try {
    return (await stageBoundaries(file)).version;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

async function heldBoundaries(records: Records): Promise<HeldBoundaries> {
  const held = new Map<BoundaryVersion, Boundary[]>();
  for (const version of await boundaryVersionsHeld(records)) held.set(version, await boundariesOf(records, version));
  return held;
}

function contentHash(hashes: string[]): string {
  return createHash('sha256').update(hashes.join('\n')).digest('hex').slice(0, 12);
}

/** Past imports, the latest first, reverted ones included. */
export const listImports = published('sources.list-imports', async (records: Records): Promise<ImportRecord[]> => {
  return readImportRecords(records);
});

/**
 * The rows left out of an import, as they come; of one reason, or of all.
 * @returns null when there is no live import of that number, or its rows were not kept
 */
export const leftOutOf = guarded(
  { name: 'sources.left-out-of', module: 'imports', act: 'read' },
  async (platform: Platform, importId: string, reason: string | null): Promise<AsyncIterable<LeftOutRow> | null> => {
    const live = await liveImports(platform.records);
    const found = live.find(({ id }) => id === importId);
    if (found === undefined) return null;
    const identity = await readLakeIdentity(platform.records);
    // Whoever only reads gives the lake no name; without one nothing was ever kept in it.
    if (identity === null) return null;
    return readLeftOutOfImport(platform.dataFolder, { identity, importId }, { reason, file: found.file });
  },
);

/** Why {@link leftOutOf} has no rows of an import. */
export const whyNoRows = guarded(
  { name: 'sources.why-no-rows', module: 'imports', act: 'read' },
  async (platform: Platform, importId: string): Promise<string> => {
    const found = (await readImportRecords(platform.records)).find(({ id }) => id === importId);
    if (found === undefined) return `There is no import "${importId}": "wardroom import list" names them.`;
    if (found.revertedAt !== null) {
      return `Import ${importId} was taken back, and the rows left out of it with it: import "${found.file}" again to have them.`;
    }
    if (found.refused.length === 0) return `No rows were left out of import ${importId} ("${found.file}").`;
    return `The rows left out of import ${importId} ("${found.file}") were counted but not kept: take it back and import it again.`;
  },
);

/**
 * Takes back one import by its id, or a whole command by the name of its vintage. Afterwards every figure is what it
 * was before. Ward series of street files stay when boundaries they were placed in are taken back: they were computed.
 * @throws Refusal when there is no live import of that id or name
 */
export const revertImport = guarded(
  { name: 'sources.revert-import', module: 'imports', act: 'write' },
  async (platform: Platform, idOrVintage: string): Promise<RevertReport> => {
    return revertImports(platform, idOrVintage);
  },
);

/** Whether each live import is held as the audit last wrote it down, and nothing is held that the audit does not know. */
export const checkImports = ownWork('sources.check-imports', async (system: Platform): Promise<ImportsCheck> => {
  return checkImportRoots(system.records, system.dataFolder);
});

/** Why entries about imports may not be erased, in one sentence; null where no import was ever kept. */
export const whyEntriesStay = ownWork('sources.why-entries-stay', async (system: Platform): Promise<string | null> => {
  if ((await readImports(system.records)).length === 0) return null;
  return 'The audit of imports proves the figures that are held, so it cannot be erased: take imports out of the rules.';
});

/** Writes down once what is held of imports that came before the audit kept it; does nothing when none lacks it. */
export const rootImports = ownWork('sources.root', (system: Platform): Promise<number> => rootOlderImports(system));

/** Keeps made-up series, which count only while no real figures are held; does nothing when the label is there. */
export const importSynthetic = ownWork(
  'sources.import-synthetic',
  async (platform: Platform, series: CategorySeries[], label: string): Promise<void> => {
    await keepSynthetic(platform, series, label);
  },
);
