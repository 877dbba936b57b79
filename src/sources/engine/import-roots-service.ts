import { join } from 'node:path';
import { z } from 'zod';
import type { ImportsCheck } from '../../platform/audit/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { IncidentKindName } from '../incidents/incident-kinds.ts';
import { readImports, type StoredImport } from '../store.ts';
import { readImportAudits, readRevertedWithRows } from './import-audit-store.ts';
import {
  hashFile,
  type ImportRoot,
  type LakeFileHash,
  lakeRoot,
  readFiguresRoot,
  readLakeHashes,
} from './import-root-store.ts';
import type { StagedOf } from './stage-command-importer.ts';

/** Roots by the number of an import, as the audit of a command has them. */
export type ImportRoots = Record<string, ImportRoot>;

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
 * @param given.kept   imports it brought, with their files in the lake under the paths the records have
 * @param given.changed numbers of imports that were there before
 */
export async function rootsOf(
  trx: Records,
  given: { kept: readonly { id: string; lake: readonly LakeFileHash[] }[]; changed: readonly string[] },
): Promise<ImportRoots> {
  const roots: ImportRoots = {};
  for (const { id, lake } of given.kept) {
    const files = lakeRoot(lake);
    roots[id] = { figures: await readFiguresRoot(trx, id), ...(files !== undefined && { lake: files }) };
  }
  for (const id of given.changed) roots[id] = { figures: await readFiguresRoot(trx, id) };
  return roots;
}

/**
 * Whether each live import is held as the audit last wrote it down, and nothing is held that the audit does not know.
 * @param system Wardroom's own handle
 */
export async function checkImportRoots(system: Records, dataFolder: string): Promise<ImportsCheck> {
  const live = (await readImports(system)).filter(({ revertedAt }) => revertedAt === null);
  const record = await onRecord(system);
  const differing: string[] = [];
  for (const each of live) {
    const because = await faultOf(system, dataFolder, each, record);
    // Somebody may have imported or taken back meanwhile: what is wrong stays wrong.
    if (because !== null && (await stillLive(system, each.id))) {
      const again = await faultOf(system, dataFolder, each, await onRecord(system));
      if (again !== null) differing.push(again);
    }
  }
  for (const { id, file } of await readRevertedWithRows(system)) {
    differing.push(`Figures of import ${id} ("${file}") are held, which was taken back.`);
  }
  const withoutRoot = live.filter(({ id }) => record.known.has(id) && !record.roots.has(id)).length;
  return { checked: live.length - withoutRoot, withoutRoot, differing };
}

interface OnRecord {
  /** The latest roots of each import. */
  roots: ReadonlyMap<string, ImportRoot>;
  /** Imports that an entry of the audit names as brought. */
  known: ReadonlySet<string>;
}

const root = z.object({ figures: z.string(), lake: z.string().optional() });
const detail = z.object({
  imports: z.array(z.object({ id: z.coerce.string() })).default([]),
  id: z.coerce.string().optional(),
  roots: z.record(z.string(), root).default({}),
});

async function onRecord(system: Records): Promise<OnRecord> {
  const roots = new Map<string, ImportRoot>();
  const known = new Set<string>();
  for (const text of await readImportAudits(system)) {
    const read = detail.parse(JSON.parse(text));
    for (const { id } of read.imports) known.add(id);
    if (read.id !== undefined) known.add(read.id);
    for (const [id, { figures, lake }] of Object.entries(read.roots)) {
      // Files in the lake never change, so their root is written once.
      const files = lake ?? roots.get(id)?.lake;
      roots.set(id, { figures, ...(files !== undefined && { lake: files }) });
    }
  }
  return { roots, known };
}

async function faultOf(
  system: Records,
  dataFolder: string,
  { id, file }: StoredImport,
  { roots, known }: OnRecord,
): Promise<string | null> {
  const expected = roots.get(id);
  if (!known.has(id)) return `Import ${id} ("${file}") is held, but no entry of the audit brought it.`;
  if (expected === undefined) return null;
  if ((await readFiguresRoot(system, id)) !== expected.figures) {
    return `Import ${id} ("${file}") holds other figures than the audit wrote down: import its file again and compare.`;
  }
  if (lakeRoot(await readLakeHashes(system, dataFolder, id)) !== expected.lake) {
    return `Import ${id} ("${file}") has other files in the lake than the audit wrote down: import its file again.`;
  }
  return null;
}

async function stillLive(system: Records, importId: string): Promise<boolean> {
  return (await readImports(system)).some(({ id, revertedAt }) => id === importId && revertedAt === null);
}
