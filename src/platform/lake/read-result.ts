import { type DuckDBMaterializedResult, DuckDBTypeId, type JS } from '@duckdb/node-api';

/** A value from the lake: whole numbers are numbers whatever their width, a date is its ISO text, a timestamp a Date. */
export type LakeValue =
  | string
  | number
  | boolean
  | null
  | Uint8Array
  | Date
  | LakeValue[]
  | { [key: string]: LakeValue };

export type LakeRow = Record<string, LakeValue>;

export async function readRows(result: DuckDBMaterializedResult): Promise<LakeRow[]> {
  const dates = dateColumns(result);
  const rows = await result.getRowObjectsJS();
  return rows.map((row) => {
    const entries = Object.entries(row).map(([name, value]) => [name, plain(value, dates.has(name))]);
    return Object.fromEntries(entries);
  });
}

export async function readColumns(result: DuckDBMaterializedResult): Promise<Record<string, LakeValue[]>> {
  const dates = dateColumns(result);
  const columns = Object.entries(await result.getColumnsObjectJS());
  return Object.fromEntries(
    columns.map(([name, values]) => [name, values.map((value) => plain(value, dates.has(name)))]),
  );
}

function dateColumns(result: DuckDBMaterializedResult): ReadonlySet<string> {
  const names = result.deduplicatedColumnNames();
  return new Set(names.filter((_, index) => result.columnTypeId(index) === DuckDBTypeId.DATE));
}

function plain(value: JS, isDate: boolean): LakeValue {
  if (typeof value === 'bigint') return wholeNumber(value);
  if (value instanceof Date) return isDate ? value.toISOString().slice(0, 10) : value;
  if (Array.isArray(value)) return value.map((item) => plain(item, isDate));
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item, isDate)]));
}

function wholeNumber(value: bigint): number {
  const number = Number(value);
  if (Number.isSafeInteger(number)) return number;
  throw new RangeError(`The whole number ${value} is too large to be read exactly: cast it to varchar.`);
}
