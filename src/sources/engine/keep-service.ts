import { createHash } from 'node:crypto';
import { storeBoundaries, storeLookup, storeNeighbourhood } from '../../geography/service.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import type { CategorySeries } from '../../measures/index.ts';
import {
  chooseMonths,
  supersededMonths,
  writeCoverage,
  writeHarmWeights,
  writeSeries,
} from '../../measures/service.ts';
import { actingRole, recordAudit } from '../../platform/audit/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { changesBy, markBefore } from '../changes/changes-service.ts';
import { writeCommand } from '../later-wards/held-imports-store.ts';
import { heldState, keepLaterWards } from '../later-wards/keep-later-service.ts';
import type { LaterFigures } from '../later-wards/model.ts';
import { moveLeftOut, sweepLeftOut } from '../left-out/left-out-store.ts';
import { type ImportRecord, type ImportReport, type OnProgress, Refusal, type RefusedFile } from '../model.ts';
import {
  insertImport,
  insertLakeFiles,
  lakeIdentity,
  lockImports,
  readBoundaryImports,
  readImports,
  readLakeImports,
  readTerritorialWards,
} from '../store.ts';
import type { HeldWards } from '../street/place-in-wards.ts';
import { coverageOf } from './coverage-of.ts';
import { lakeFolderOf, moveIntoLake, sweepLake } from './folders-importer.ts';
import type { LakeFileHash } from './import-root-store.ts';
import { hashStaged, rootsOf, type StagedHashes } from './import-roots-service.ts';
import type { InspectedFile } from './inspect-importer.ts';
import { reportImport } from './report-import.ts';
import type { StagedOf } from './stage-command-importer.ts';
import type { StagedFile } from './staged-file.ts';

/** A command whose files are staged. */
export interface StagedCommand {
  vintage: string;
  inspected: readonly InspectedFile[];
  fresh: readonly InspectedFile[];
  staged: readonly StagedOf[];
  /** Which imports held boundaries when points were placed. */
  boundaryImports: string;
  /** Wards that territorial files of the vintage covered when the railway police's were judged by them. */
  heldWards: HeldWards;
  /** Which imports held incidents when they were counted in the wards that come. */
  heldState: string;
  /** What they came to in those wards. */
  later: readonly LaterFigures[];
  /** Where the rows left out of each file were written, by its hash. */
  leftOut: ReadonlyMap<string, string>;
  refusedFiles: readonly RefusedFile[];
  dryRun: boolean;
}

/** Thrown to undo a dry run's transaction; carries what it would have done. */
class KeepNothing extends Error {
  readonly report: ImportReport;
  constructor(report: ImportReport) {
    super('dry run');
    this.report = report;
  }
}

/** Imports with the months each gives up, the latest first. */
export async function readImportRecords(records: Records): Promise<ImportRecord[]> {
  const superseded = await supersededMonths(records);
  return (await readImports(records)).map((stored) => ({
    ...stored,
    supersededMonths: superseded
      .filter(({ importId }) => importId === stored.id)
      .map(({ month, total, by, byTotal }) => ({ month, total, by, byTotal })),
    unchanged: false,
  }));
}

export async function liveImports(records: Records): Promise<ImportRecord[]> {
  return (await readImportRecords(records)).filter(({ revertedAt }) => revertedAt === null);
}

/**
 * Writes a staged command in one transaction, moves its incidents into the lake, and writes the audit. A dry run does
 * the same and undoes it, so that it reports what an import would. When the transaction fails, files moved into the lake
 * stay there: the commit may have happened though its answer was lost, and true orphans are swept by the next import.
 * @throws Refusal when another import or revert made the staged files out of date
 */
export async function keepImports(
  platform: Platform,
  command: StagedCommand,
  onProgress: OnProgress,
): Promise<ImportReport> {
  try {
    // Kept at once: were it undone with the transaction, the next sweep would not know files moved by this one as its own.
    if (!command.dryRun) await lakeIdentity(platform.records);
    const hashes: StagedHashes = command.dryRun ? new Map() : await hashStaged(command.staged);
    return await platform.records.transaction().execute(async (trx) => {
      await lockImports(trx);
      await refuseIfOvertaken(trx, command);
      await markBefore(trx);
      const identity = await lakeIdentity(trx);
      const kept: KeptFile[] = [];
      for (const [done, each] of command.staged.entries()) {
        onProgress({ file: each.file.name, step: 'keeping', done, total: command.staged.length });
        kept.push({ id: await writeImport(trx, platform, { ...each, vintage: command.vintage, identity }), each });
      }
      await writeCommand(
        trx,
        kept.map(({ id }) => id),
      );
      await chooseMonths(trx, command.vintage);
      const later = await keepLaterWards(trx, { figures: command.later, gone: [] });
      const report = await reportOf(trx, command);
      if (command.dryRun) {
        onProgress({ file: '', step: 'comparing with what is held', done: 0, total: 0 });
        const brought = kept.map(({ id, each }) => ({ importId: id, staged: each.staged }));
        const changed = command.later.map(({ held }) => held.id);
        const changes = await changesBy(trx, brought, changed, todayInLondon(platform.now()));
        throw new KeepNothing({ ...report, changes: { heldAlready: report.changes?.heldAlready ?? 0, ...changes } });
      }
      const roots = await rootsOf(trx, {
        kept: kept.map(({ id, each }) => ({ id, lake: lakeFilesOf(hashes, { id, each, identity }) })),
        changed: later.map((each) => each.import),
        vintages: [command.vintage, ...command.later.map(({ held }) => held.vintage)],
      });
      await sweepLake(platform.dataFolder, identity, await readLakeImports(trx));
      await sweepLeftOut(platform.dataFolder, identity, await heldBefore(trx, kept));
      await moveFiles(platform.dataFolder, { identity, kept, leftOut: command.leftOut }, onProgress);
      // Last, since whoever writes in the audit next waits for the end of this transaction.
      await recordAudit(trx, {
        actor: platform.actor,
        role: actingRole(platform.principal, IMPORTING),
        action: 'sources.import',
        subject: command.vintage,
        detail: {
          imports: kept.map(({ id, each }) => ({ id, file: each.file.name, sha256: each.file.sha256 })),
          ...roots,
          ...(later.length > 0 && { later }),
        },
      });
      return report;
    });
  } catch (error) {
    if (error instanceof KeepNothing) return error.report;
    throw error;
  }
}

const IMPORTING = { module: 'imports', act: 'write', place: null } as const;

/** A file of a command with the number its import was given. */
interface KeptFile {
  id: string;
  each: StagedOf;
}

/** An import's files in the lake as the records have them. */
function lakeFilesOf(hashes: StagedHashes, { id, each, identity }: KeptFile & { identity: string }): LakeFileHash[] {
  return (hashes.get(each.file.sha256) ?? []).map(({ kind, path, rows, sha256 }) => ({
    path: `${lakeFolderOf(identity, kind, id)}/${path}`.replaceAll('\\', '/'),
    rows,
    sha256,
  }));
}

/** Moves incidents into the lake, and rows left out beside it. */
async function moveFiles(
  dataFolder: string,
  { identity, kept, leftOut }: { identity: string; kept: readonly KeptFile[] } & Pick<StagedCommand, 'leftOut'>,
  onProgress: OnProgress,
): Promise<void> {
  for (const { id, each } of kept) {
    const path = leftOut.get(each.file.sha256);
    if (path !== undefined) await moveLeftOut(dataFolder, path, { identity, importId: id });
    if (each.staged.lake.length === 0) continue;
    for (const { kind, folder } of each.staged.lake) {
      await moveIntoLake(dataFolder, folder, lakeFolderOf(identity, kind, id));
    }
    onProgress({ file: each.file.name, step: 'keeping', done: kept.length, total: kept.length });
  }
}

/** Live imports but for those now being kept: a number may be used again after a power cut, with files left under it. */
async function heldBefore(trx: Records, kept: readonly KeptFile[]): Promise<Set<string>> {
  const own = new Set(kept.map(({ id }) => id));
  const live = (await readImports(trx)).filter(({ id, revertedAt }) => revertedAt === null && !own.has(id));
  return new Set(live.map(({ id }) => id));
}

/** Another import may have been kept while this one was read: then what was staged no longer holds. */
async function refuseIfOvertaken(trx: Records, command: StagedCommand): Promise<void> {
  // Boundaries themselves, weights and lookups are read without looking at those held; everything else may have been placed
  // in them or judged by them.
  const judged = command.later.length > 0 || command.staged.some(({ staged }) => usesBoundaries(staged));
  if (judged && (await readBoundaryImports(trx)) !== command.boundaryImports) {
    throw new Refusal('Boundaries were imported or taken back meanwhile, so nothing was changed: import again.');
  }
  const besideOthers = command.staged.some(({ staged }) => staged.lake.some(({ kind }) => kind === 'street'));
  if (besideOthers && !isSameCover(await readTerritorialWards(trx, command.vintage), command.heldWards)) {
    throw new Refusal(
      `Street files of the vintage "${command.vintage}" were imported or taken back meanwhile, so nothing was changed: import again.`,
    );
  }
  const bringsWards = command.staged.some(({ staged }) => staged.boundaries.length > 0);
  if (bringsWards && (await heldState(trx)) !== command.heldState) {
    throw new Refusal('Incidents were imported or taken back meanwhile, so nothing was changed: import again.');
  }
  const live = (await readImports(trx)).filter(({ revertedAt }) => revertedAt === null);
  const twice = command.fresh.find((file) =>
    live.some(({ vintage, sha256 }) => vintage === command.vintage && sha256 === file.sha256),
  );
  if (twice) throw new Refusal(`"${twice.name}" was imported by someone else meanwhile, so nothing was changed.`);
}

/** Whether boundaries that were held had a part in how a file was read. */
function usesBoundaries({ kind, lookup, harmWeights, neighbourhood }: StagedFile): boolean {
  return kind !== 'boundaries' && lookup === null && harmWeights === null && neighbourhood.length === 0;
}

function isSameCover(now: HeldWards, before: HeldWards): boolean {
  const versions = new Set([...now.keys(), ...before.keys()]);
  return [...versions].every((version) => {
    const [some, others] = [now.get(version) ?? new Set<string>(), before.get(version) ?? new Set<string>()];
    return some.size === others.size && [...some].every((code) => others.has(code));
  });
}

async function writeImport(
  trx: Records,
  platform: Platform,
  { file, staged, vintage, identity }: StagedOf & { vintage: string; identity: string },
): Promise<string> {
  const { kind, recognisedAs, rowsRead, rowsUsed, refused, notices, from, to, boundaryVersions } = staged;
  const id = await insertImport(trx, {
    vintage,
    file: file.name,
    sha256: file.sha256,
    kind,
    recognisedAs,
    rowsRead,
    rowsUsed,
    refused,
    notices,
    from,
    to,
    boundaryVersions,
    importedAt: platform.now().toISOString(),
    importedBy: platform.actor,
  });
  if (staged.boundaries.length > 0) await storeBoundaries(trx, id, staged);
  if (staged.lookup !== null) await storeLookup(trx, id, staged.lookup);
  if (staged.harmWeights !== null) await writeHarmWeights(trx, id, staged.harmWeights);
  if (staged.neighbourhood.length > 0) await storeNeighbourhood(trx, id, staged.neighbourhood);
  await writeSeries(trx, id, staged.series);
  await writeCoverage(trx, id, staged.coverage);
  for (const part of staged.lake) {
    const folder = lakeFolderOf(identity, part.kind, id);
    await insertLakeFiles(
      trx,
      id,
      part.files.map(({ path, rows }) => ({ path: `${folder}/${path}`, rows })),
    );
  }
  return id;
}

async function reportOf(trx: Records, command: StagedCommand): Promise<ImportReport> {
  return reportImport(await liveImports(trx), {
    vintage: command.vintage,
    dryRun: command.dryRun,
    files: command.inspected,
    fresh: new Set(command.fresh.map(({ sha256 }) => sha256)),
    refusedFiles: command.refusedFiles,
  });
}

/** Keeps made-up series under their label; does nothing when it is there. */
export async function keepSynthetic(
  platform: Platform,
  series: readonly CategorySeries[],
  label: string,
): Promise<void> {
  await platform.records.transaction().execute(async (trx) => {
    await lockImports(trx);
    const live = (await readImports(trx)).filter(({ revertedAt }) => revertedAt === null);
    if (live.some(({ vintage }) => vintage === label)) return;
    const coverage = coverageOf(series);
    const months = coverage.map(({ month }) => month).sort();
    const id = await insertImport(trx, {
      vintage: label,
      file: label,
      sha256: createHash('sha256').update(JSON.stringify(series)).digest('hex'),
      kind: 'synthetic',
      recognisedAs: label,
      rowsRead: series.length,
      rowsUsed: series.length,
      refused: [],
      notices: [],
      from: months[0] ?? null,
      to: months.at(-1) ?? null,
      boundaryVersions: [
        ...new Set(series.flatMap(({ boundaryVersion: version }) => (version === 'unplaced' ? [] : [version]))),
      ],
      importedAt: platform.now().toISOString(),
      importedBy: platform.actor,
    });
    await writeSeries(trx, id, series);
    await writeCoverage(trx, id, coverage);
    await recordAudit(trx, {
      actor: platform.actor,
      action: 'sources.import-synthetic',
      subject: label,
      detail: { id, ...(await rootsOf(trx, { kept: [{ id, lake: [] }], changed: [], vintages: [] })) },
    });
  });
}
