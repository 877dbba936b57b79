import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  CompiledQuery as Statement,
  type TransactionSettings,
} from 'kysely';
import type { Connection, Connections } from './connections.ts';
import { StatementError } from './errors.ts';
import { encodeParameter } from './values.ts';

/** One kysely dialect for both modes, so that a store cannot tell the embedded records from a server. */
export function recordsDialect(connections: Connections): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => recordsDriver(connections),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

function recordsDriver(connections: Connections): Driver {
  const heldBy = new WeakMap<DatabaseConnection, Connection>();
  const release = (connection: DatabaseConnection) => heldBy.get(connection)?.release();
  return {
    init: async () => undefined,
    async acquireConnection() {
      const held = await connections.acquire();
      const connection = kyselyConnection(held);
      heldBy.set(connection, held);
      return connection;
    },
    async beginTransaction(connection, settings) {
      await connection.executeQuery(Statement.raw(beginStatement(settings)));
    },
    async commitTransaction(connection) {
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
      await connection.executeQuery(Statement.raw('rollback'));
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

function kyselyConnection(held: Connection): DatabaseConnection {
  return {
    async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      const answer = await held.run(query.sql, query.parameters.map(encodeParameter));
      const rows = answer.rows as Row[];
      return answer.affectedRows === null ? { rows } : { rows, numAffectedRows: BigInt(answer.affectedRows) };
    },
    // biome-ignore lint/correctness/useYield: refused before the first row
    async *streamQuery() {
      throw new StatementError('streamed queries are not offered: page by key');
    },
  };
}
