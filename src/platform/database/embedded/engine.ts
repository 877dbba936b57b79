import { PGlite, type Results } from '@electric-sql/pglite';
import { APP_ROLE } from '../app-role.ts';
import type { Answer } from '../connections.ts';
import { EngineBroken, readStatementFault, StatementError } from '../errors.ts';
import { type EncodedParameter, readers } from '../values.ts';

/** PostgreSQL itself: runs one statement after another; who may speak when is decided outside. */
export interface Engine {
  /**
   * @throws StatementError when PostgreSQL refuses the statement
   * @throws EngineBroken when the engine is of no more use
   */
  run(sql: string, parameters: readonly EncodedParameter[]): Promise<Answer>;
  close(): Promise<void>;
}

/**
 * Smaller than the defaults, to the measure of one user on one machine: 16 MB of shared buffers instead of 160, and a
 * write-ahead log of at most 64 MB instead of 1 GB. The stack is that of JavaScript, smaller than PostgreSQL thinks:
 * beyond it PGlite would break down instead of refusing.
 */
const settings = ['shared_buffers=16MB', 'max_wal_size=64MB', 'min_wal_size=32MB', 'max_stack_depth=400kB'];

/** Readers go with each statement: PGlite would overwrite those of arrays while starting. */
const options = { parsers: { ...readers } };

/**
 * Starts PGlite, in this thread, on a folder, which is made when missing.
 * It neither locks the folder nor calls fsync: see docs/decisions/0002-one-owner-of-the-records.md.
 */
export async function openEngine(folder: string): Promise<Engine> {
  const pglite = await startPglite(folder);
  await startAsApp(pglite);
  return {
    async run(sql, parameters) {
      try {
        const results =
          parameters.length === 0
            ? await pglite.exec(sql, options)
            : [await pglite.query(sql, [...parameters], options)];
        return readAnswer(sql, results.at(-1));
      } catch (thrown) {
        if (brokeDown(thrown)) throw new EngineBroken();
        const fault = readStatementFault(thrown);
        throw new StatementError(fault.message, fault);
      }
    },
    close: () => pglite.close(),
  };
}

/** Its one session begins as the superuser, whom row security never binds; before the first migration there is no other. */
async function startAsApp(pglite: PGlite): Promise<void> {
  const { rows } = await pglite.query('select from pg_roles where rolname = $1', [APP_ROLE]);
  if (rows.length > 0) await pglite.exec(`set role ${APP_ROLE}`);
}

/** PGlite says only that it failed; PostgreSQL says why, on its standard error. */
async function startPglite(dataDir: string): Promise<PGlite> {
  let complaint = '';
  try {
    return await PGlite.create({
      dataDir,
      startParams: [...PGlite.defaultStartParams, ...settings.flatMap((setting) => ['-c', setting])],
      onStderr(text) {
        complaint ||= /(?:FATAL|PANIC): +(.*)/.exec(text)?.[1] ?? '';
        return false;
      },
    });
  } catch (thrown) {
    throw new StatementError(complaint || readStatementFault(thrown).message.slice(0, 200));
  }
}

/**
 * PGlite swallows a failure inside its machine (a stack too deep, a write-ahead log that cannot be written) and answers
 * with nothing, and so to every statement after. PostgreSQL answers every statement with its command.
 */
function readAnswer(sql: string, result: Results<unknown> | undefined): Answer {
  if (result?.command === undefined && !isBlank(sql)) throw new EngineBroken();
  return {
    rows: (result?.rows ?? []) as Record<string, unknown>[],
    affectedRows: changesRows(result?.command) ? (result?.affectedRows ?? 0) : null,
    command: result?.command ?? '',
  };
}

function isBlank(sql: string): boolean {
  return sql.replaceAll(/--[^\n]*|\/\*[\s\S]*?\*\/|[\s;]/g, '') === '';
}

function brokeDown(thrown: unknown): boolean {
  if (thrown instanceof EngineBroken || thrown instanceof WebAssembly.RuntimeError) return true;
  const severity = typeof thrown === 'object' && thrown !== null && 'severity' in thrown ? thrown.severity : '';
  return severity === 'FATAL' || severity === 'PANIC';
}

function changesRows(command: string | undefined): boolean {
  return command === 'INSERT' || command === 'UPDATE' || command === 'DELETE' || command === 'MERGE';
}
