import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import type { Answer, Connection, Connections } from './connections.ts';
import { StatementError } from './errors.ts';
import { encodeParameter } from './values.ts';

/** For whom statements are run: nobody, somebody (inside their transactions only), or Wardroom itself. */
export type Actor = { kind: 'nobody' } | { kind: 'somebody'; claim: string; patient?: boolean } | { kind: 'system' };

/**
 * One kysely dialect for both modes, so that a store cannot tell the embedded records from a server.
 * Who acts is told to PostgreSQL in the statement that begins a transaction, and forgotten with it: a setting of the
 * session would be the next request's too.
 */
export function recordsDialect(connections: Connections, actor: Actor = { kind: 'nobody' }): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => recordsDriver(connections, actor),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

function recordsDriver(connections: Connections, actor: Actor): Driver {
  const heldBy = new WeakMap<DatabaseConnection, Connection>();
  const inTransaction = new WeakSet<DatabaseConnection>();
  const release = (connection: DatabaseConnection) => heldBy.get(connection)?.release();
  return {
    init: async () => undefined,
    async acquireConnection() {
      const held = await connections.acquire();
      const connection = kyselyConnection(held, (each) => actor.kind === 'system' && !inTransaction.has(each));
      heldBy.set(connection, held);
      return connection;
    },
    async beginTransaction(connection, settings) {
      await heldBy.get(connection)?.run(`${beginStatement(settings)}${introduction(actor)}`, []);
      inTransaction.add(connection);
    },
    async commitTransaction(connection) {
      inTransaction.delete(connection);
      const held = heldBy.get(connection);
      const answer = await held?.run('commit', []);
      // PostgreSQL answers ROLLBACK to the commit of a transaction that had failed: never let that pass for success.
      if (answer?.command === 'ROLLBACK') {
        throw new StatementError('nothing was saved, because an earlier statement of the transaction had failed', {
          code: '25P02',
        });
      }
    },
    async rollbackTransaction(connection) {
      inTransaction.delete(connection);
      await heldBy.get(connection)?.run('rollback', []);
    },
    releaseConnection: async (connection) => release(connection),
    destroy: () => connections.end(),
  };
}

function beginStatement(settings: TransactionSettings): string {
  const level = settings.isolationLevel ? ` isolation level ${settings.isolationLevel}` : '';
  const mode = settings.accessMode ? ` ${settings.accessMode}` : '';
  return `start transaction${level}${mode}`;
}

/** Lifts the limit on how long a statement may take, until the transaction ends. */
const PATIENCE = '; set local statement_timeout = 0';

/** What a transaction begins with besides "start transaction": who acts. */
function introduction(actor: Actor): string {
  if (actor.kind === 'system') return `; set local role none; set local wardroom.system = 'on'${PATIENCE}`;
  if (actor.kind === 'nobody') return '';
  return `; set local wardroom.access = ${quoted(actor.claim)}${actor.patient === true ? PATIENCE : ''}`;
}

/** A text as a constant of SQL, whatever is in it. */
const quoted = (text: string): string => `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/** @param alone whether a statement is to be a transaction by itself, so that who acts can be said */
function kyselyConnection(held: Connection, alone: (connection: DatabaseConnection) => boolean): DatabaseConnection {
  const connection: DatabaseConnection = {
    async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      const run = () => held.run(query.sql, query.parameters.map(encodeParameter));
      const answer = await (alone(connection) ? asSystem(held, run) : run());
      const rows = answer.rows as Row[];
      return answer.affectedRows === null ? { rows } : { rows, numAffectedRows: BigInt(answer.affectedRows) };
    },
    // biome-ignore lint/correctness/useYield: refused before the first row
    async *streamQuery() {
      throw new StatementError('streamed queries are not offered: page by key');
    },
  };
  return connection;
}

async function asSystem(held: Connection, run: () => Promise<Answer>): Promise<Answer> {
  await held.run(`start transaction${introduction({ kind: 'system' })}`, []);
  try {
    const answer = await run();
    await held.run('commit', []);
    return answer;
  } catch (error) {
    await held.run('rollback', []).catch(() => undefined);
    throw error;
  }
}
