import { join } from 'node:path';
import { type ImportsCheck, recordAudit } from '../../platform/audit/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { IncidentKindName } from '../incidents/incident-kinds.ts';
import { lockImports, readImports, type StoredImport } from '../store.ts';
import { lastImportEntry, mayLackRoots, readImportEntries, readRevertedWithRows } from './import-audit-store.ts';
import {
  hashFile,
  type ImportRoot,
  type LakeFileHash,
  lakeRoot,
  readChosenRoot,
  readFiguresRoot,
  readLakeHashes,
} from './import-root-store.ts';
import { followImportEntries, type ImportRoots, type OnRecord } from './import-roots-on-record-store.ts';
import type { StagedOf } from './stage-command-importer.ts';

/** A file that waits to be moved into the lake, named as in its folder. */
type StagedHash = LakeFileHash & { kind: IncidentKindName };

/** Hashes of a command's files for the lake, by the hash of the file they were read from; before anything is written. */
export type StagedHashes = ReadonlyMap<string, readonly StagedHash[]>;

/** Hashes files that wait to be moved into the lake. */
export async function hashStaged(staged: readonly StagedOf[]): Promise<StagedHashes> {
  const hashes = new Map<string, StagedHash[]>();
  for (const { file, staged: parts } of staged) {
    const own: StagedHash[] = [];
    for (const { kind, folder, files } of parts.lake) {
      for (const { path, rows } of files) own.push({ kind, path, rows, sha256: await hashFile(join(folder, path)) });
    }
    hashes.set(file.sha256, own);
  }
  return hashes;
}

/**
 * The roots of what a command brought and of older imports whose figures it changed, for its audit.
 * @param given.kept     imports it brought, with their files in the lake under the paths the records have
 * @param given.changed  numbers of imports that were there before
 * @param given.vintages names of those in which it was chosen anew which file is used for a month
 */
export async function rootsOf(
  trx: Records,
  given: {
    kept: readonly { id: string; lake: readonly LakeFileHash[] }[];
    changed: readonly string[];
    vintages: readonly string[];
  },
): Promise<ImportRoots> {
  const roots: Record<string, ImportRoot> = {};
  for (const { id, lake } of given.kept) {
    const files = lakeRoot(lake);
    roots[id] = { figures: await readFiguresRoot(trx, id), ...(files !== undefined && { lake: files }) };
  }
  for (const id of given.changed) roots[id] = { figures: await readFiguresRoot(trx, id) };
  const chosen: Record<string, string> = {};
  for (const vintage of new Set(given.vintages)) chosen[vintage] = await readChosenRoot(trx, vintage);
  return { roots, chosen };
}

const MOST_ATTEMPTS = 3;

/**
 * Whether what the audit says of imports is what is held: every import that it brought and did not take back is there
 * with its root, every other is marked as taken back, and every root that changed did so for a cause.
 * @param system Wardroom's own handle
 */
export async function checkImportRoots(system: Records, dataFolder: string): Promise<ImportsCheck> {
  for (let attempt = 1; ; attempt += 1) {
    const last = await lastImportEntry(system);
    const found = await compare(system, dataFolder);
    // Somebody may have imported or taken back meanwhile: then what was read does not fit together.
    if (attempt === MOST_ATTEMPTS || found.differing.length === 0 || (await lastImportEntry(system)) === last) {
      return found;
    }
  }
}

async function compare(system: Records, dataFolder: string): Promise<ImportsCheck> {
  const imports = await readImports(system);
  const record = await onRecord(system, imports);
  const live = imports.filter(({ revertedAt }) => revertedAt === null);
  const differing = [...record.faults, ...standingFaults(imports, record)];
  for (const each of live) {
    const because = await faultOf(system, dataFolder, each, record);
    if (because !== null) differing.push(because);
  }
  for (const [vintage, root] of record.chosen) {
    if ((await readChosenRoot(system, vintage)) === root) continue;
    differing.push(`Other files of "${vintage}" are used for some months than the audit wrote down.`);
  }
  for (const { id, file } of await readRevertedWithRows(system)) {
    differing.push(`Figures of import ${id} ("${file}") are held, which was taken back.`);
  }
  const withoutRoot = live.filter(({ id }) => record.brought.has(id) && !record.roots.has(id)).length;
  return { checked: live.length - withoutRoot, withoutRoot, changed: [...record.changed], differing };
}

async function onRecord(system: Records, imports: readonly StoredImport[]): Promise<OnRecord> {
  const known = new Map(imports.map(({ id, vintage, kind, file }) => [id, { vintage, kind, file }]));
  return followImportEntries(await readImportEntries(system), known);
}

/** Whether what is held and what is marked as taken back is what the audit brought and took back. */
function standingFaults(imports: readonly StoredImport[], { brought, takenBack }: OnRecord): string[] {
  const held = new Set(imports.filter(({ revertedAt }) => revertedAt === null).map(({ id }) => id));
  const gone = [...brought]
    .filter(([id]) => !held.has(id))
    .map(([id, seq]) => `Import ${id}, which entry ${seq} brought, is gone, but no entry took it back.`);
  const wrong = imports.flatMap(({ id, file }) => {
    const import_ = `Import ${id} ("${file}")`;
    if (held.has(id) && takenBack.has(id)) return [`${import_} is held, but entry ${takenBack.get(id)} took it back.`];
    if (brought.has(id) || takenBack.has(id)) return [];
    return [
      held.has(id)
        ? `${import_} is held, but no entry of the audit brought it.`
        : `${import_} is marked as taken back, but no entry of the audit brought it or took it back.`,
    ];
  });
  return [...gone, ...wrong];
}

async function faultOf(
  system: Records,
  dataFolder: string,
  { id, file }: StoredImport,
  { roots }: OnRecord,
): Promise<string | null> {
  const expected = roots.get(id);
  if (expected === undefined) return null;
  if ((await readFiguresRoot(system, id)) !== expected.figures) {
    return `Import ${id} ("${file}") holds other figures than the audit wrote down: import its file again and compare.`;
  }
  if (lakeRoot(await readLakeHashes(system, dataFolder, id)) !== expected.lake) {
    return `Import ${id} ("${file}") has other files in the lake than the audit wrote down: import its file again.`;
  }
  return null;
}

/**
 * Writes down once what is held of imports from before roots were, as it is now, so that a later change of it shows.
 * @param system Wardroom's own platform
 * @returns how many imports got a root
 */
export async function rootOlderImports({ records, dataFolder, actor }: Platform): Promise<number> {
  if (!(await mayLackRoots(records))) return 0;
  return records.transaction().execute(async (trx) => {
    await lockImports(trx);
    if (!(await mayLackRoots(trx))) return 0;
    const imports = await readImports(trx);
    const record = await onRecord(trx, imports);
    const lacking = imports.filter(({ id }) => record.brought.has(id) && !record.roots.has(id));
    const kept: { id: string; lake: LakeFileHash[] }[] = [];
    for (const { id } of lacking) kept.push({ id, lake: await readLakeHashes(trx, dataFolder, id) });
    const vintages = [...new Set(lacking.map(({ vintage }) => vintage))].filter((name) => !record.chosen.has(name));
    await recordAudit(trx, {
      actor,
      action: 'sources.root',
      subject: 'imports from before their figures were written down',
      detail: await rootsOf(trx, { kept, changed: [], vintages }),
    });
    return lacking.length;
  });
}
