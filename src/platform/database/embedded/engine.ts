import { PGlite } from '@electric-sql/pglite';
import type { Answer } from '../connections.ts';
import { readStatementFault, StatementError } from '../errors.ts';
import { type EncodedParameter, readers } from '../values.ts';

/** PostgreSQL itself: runs one statement after another; who may speak when is decided outside. */
export interface Engine {
  run(sql: string, parameters: readonly EncodedParameter[]): Promise<Answer>;
  close(): Promise<void>;
}

/** PGlite's default of 160 MB of shared buffers is for ever larger than these records. */
const sharedBuffers = '16MB';

/**
 * Starts PGlite, in this thread, on a folder (made when missing) or in memory from a copy of a folder.
 * It neither locks the folder nor calls fsync: see docs/decisions/0002-one-owner-of-the-records.md.
 */
export async function openEngine(place: { folder: string } | { copy: Blob }): Promise<Engine> {
  const pglite = await PGlite.create({
    ...('folder' in place ? { dataDir: place.folder } : { loadDataDir: place.copy }),
    parsers: readers,
    startParams: [...PGlite.defaultStartParams, '-c', `shared_buffers=${sharedBuffers}`],
  });
  // PGlite registers its own array readers while starting; ours for float8[] and the like go on top.
  const options = { parsers: { ...readers } };
  return {
    async run(sql, parameters) {
      try {
        const results =
          parameters.length === 0
            ? await pglite.exec(sql, options)
            : [await pglite.query(sql, [...parameters], options)];
        const last = results.at(-1);
        return {
          rows: (last?.rows ?? []) as Record<string, unknown>[],
          affectedRows: changesRows(last?.command) ? (last?.affectedRows ?? 0) : null,
          command: last?.command ?? '',
        };
      } catch (thrown) {
        const fault = readStatementFault(thrown);
        throw new StatementError(fault.message, fault);
      }
    },
    close: () => pglite.close(),
  };
}

function changesRows(command: string | undefined): boolean {
  return command === 'INSERT' || command === 'UPDATE' || command === 'DELETE' || command === 'MERGE';
}
