import {
  BOOLEAN,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  VARCHAR,
} from '@duckdb/node-api';

/** One column of rows to add: whole numbers of 32 bits, doubles, texts or truth values; lists may hold null. */
export type LakeColumn =
  | { type: 'integer'; values: Int32Array | readonly (number | null)[] }
  | { type: 'double'; values: Float64Array | readonly (number | null)[] }
  | { type: 'varchar'; values: readonly (string | null)[] }
  | { type: 'boolean'; values: readonly (boolean | null)[] };

const types: Record<LakeColumn['type'], DuckDBType> = {
  integer: INTEGER,
  double: DOUBLE,
  varchar: VARCHAR,
  boolean: BOOLEAN,
};
/** DuckDB's vector size. */
const chunkRows = 2048;

/**
 * Adds rows to a table of the same columns in the same order.
 * @param columns each of the same length
 * @throws RangeError when lengths differ
 */
export async function appendColumns(
  connection: DuckDBConnection,
  table: string,
  columns: readonly LakeColumn[],
): Promise<void> {
  const rows = columns[0]?.values.length ?? 0;
  if (columns.some((column) => column.values.length !== rows)) throw new RangeError('The columns differ in length.');
  const appender = await connection.createAppender(table);
  try {
    for (let first = 0; first < rows; first += chunkRows) {
      const size = Math.min(chunkRows, rows - first);
      const chunk = DuckDBDataChunk.create(
        columns.map((column) => types[column.type]),
        size,
      );
      columns.forEach((column, index) => {
        const values: ArrayLike<DuckDBValue> = column.values;
        chunk.setColumnValues(
          index,
          Array.from({ length: size }, (_, row) => values[first + row] ?? null),
        );
      });
      appender.appendDataChunk(chunk);
    }
    appender.flushSync();
  } finally {
    appender.closeSync();
  }
}
