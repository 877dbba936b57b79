import pg from 'pg';
import type { Answer, Connections } from './connections.ts';
import { RecordsUnavailable, readStatementFault, StatementError } from './errors.ts';
import { type EncodedParameter, readers } from './values.ts';

/** Idle connections kept and the most used at once, per process. */
const mostConnections = 8;
const connectWithinMilliseconds = 10_000;

/**
 * A pool of connections to a PostgreSQL server, version 15 or newer.
 * @param role the role every connection starts as; null for the one that signed in, which owns the tables
 * @param statementMilliseconds most that a statement may take; null for no end
 * @throws RecordsUnavailable, on first use, when the server cannot be reached
 */
export function serverConnections(
  databaseUrl: string,
  role: string | null,
  statementMilliseconds: number | null = null,
): Connections {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: mostConnections,
    connectionTimeoutMillis: connectWithinMilliseconds,
    types: { getTypeParser: columnReader },
    // The embedded records speak UTC; so does a server, whatever its own settings.
    // Compiling a statement takes longer than any of ours runs: half a second for what answers in a tenth.
    options: `-c timezone=UTC -c datestyle=ISO -c jit=off${role === null ? '' : ` -c role=${role}`}${
      statementMilliseconds === null ? '' : ` -c statement_timeout=${statementMilliseconds}`
    }`,
  });
  // A server may close an idle connection at any time; the next statement opens another.
  pool.on('error', () => undefined);
  return {
    async acquire() {
      const client = await pool.connect().catch((cause: unknown) => {
        throw new RecordsUnavailable(unreachable(databaseUrl, cause), { cause });
      });
      let broken = false;
      const onError = () => {
        broken = true;
      };
      client.on('error', onError);
      let released = false;
      return {
        run: (sql, parameters) => run(client, sql, parameters),
        release() {
          if (released) return;
          released = true;
          client.off('error', onError);
          client.release(broken);
        },
      };
    },
    end: () => pool.end(),
  };
}

async function run(client: pg.PoolClient, sql: string, parameters: readonly EncodedParameter[]): Promise<Answer> {
  try {
    const answered: unknown = await client.query(sql, [...parameters]);
    const last = lastResult(answered);
    return {
      rows: last.rows,
      affectedRows: changesRows(last.command) ? (last.rowCount ?? 0) : null,
      command: last.command,
    };
  } catch (thrown) {
    const fault = readStatementFault(thrown);
    throw new StatementError(fault.message, fault);
  }
}

/** A text of several statements answers with a list of results. */
function lastResult(answered: unknown): pg.QueryResult {
  return (Array.isArray(answered) ? answered.at(-1) : answered) as pg.QueryResult;
}

function changesRows(command: string): boolean {
  return command === 'INSERT' || command === 'UPDATE' || command === 'DELETE' || command === 'MERGE';
}

function columnReader(typeNumber: number, format?: string): (text: string) => unknown {
  return readers[typeNumber] ?? pg.types.getTypeParser(typeNumber, format === 'binary' ? 'binary' : 'text');
}

function unreachable(databaseUrl: string, cause: unknown): string {
  const { host, pathname } = new URL(databaseUrl);
  const reason = cause instanceof AggregateError ? String(cause.errors[0]?.message) : readStatementFault(cause).message;
  const place = `"${decodeURIComponent(pathname.slice(1))}" at ${host || 'the local socket'}`;
  return `The PostgreSQL database ${place} cannot be reached (${reason}): check DATABASE_URL and that the server runs.`;
}
