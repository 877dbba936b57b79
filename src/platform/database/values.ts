import { StatementError } from './errors.ts';

/** A parameter as PostgreSQL's text format, or bytes, or null. */
export type EncodedParameter = string | Uint8Array | null;

/**
 * Writes a JavaScript value as a parameter, by the same rules for the embedded records and for a server.
 * An array becomes a PostgreSQL array (so pass JSON.stringify(list) for a jsonb list), a plain object becomes JSON,
 * a Date an ISO instant, undefined null.
 */
export function encodeParameter(value: unknown): EncodedParameter {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (value instanceof Uint8Array) return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value) || isNumberArray(value)) return encodeArray(value);
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value);
}

type NumberArray = Float64Array | Float32Array | Int32Array | Uint32Array;

function isNumberArray(value: unknown): value is NumberArray {
  return [Float64Array, Float32Array, Int32Array, Uint32Array].some((kind) => value instanceof kind);
}

function encodeArray(values: NumberArray | readonly unknown[]): string {
  if (!Array.isArray(values)) return `{${values.join(',')}}`;
  return `{${values.map(encodeElement).join(',')}}`;
}

function encodeElement(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value) || isNumberArray(value)) return encodeArray(value);
  const encoded = encodeParameter(value);
  if (encoded === null) return 'NULL';
  const text = typeof encoded === 'string' ? encoded : `\\x${Buffer.from(encoded).toString('hex')}`;
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** PostgreSQL's type numbers, from pg_type.dat. */
const type = {
  int8: 20,
  float8: 701,
  date: 1082,
  float8Array: 1022,
  int8Array: 1016,
  dateArray: 1182,
  numeric: 1700,
  numericArray: 1231,
};

/**
 * Readers of column values that differ from both drivers' own, by type number:
 * bigint and numeric are numbers (a bigint beyond 2^53 is refused; select numeric::text where digits beyond 15 matter),
 * a date is its ISO text, because a calendar day has no time zone, and a float8[] is read in one go.
 */
export const readers: Readonly<Record<number, (text: string) => unknown>> = {
  [type.int8]: readWholeNumber,
  [type.numeric]: Number,
  [type.date]: (text) => text,
  [type.float8Array]: readNumberArray,
  [type.int8Array]: readNumberArray,
  [type.numericArray]: readNumberArray,
  [type.dateArray]: readDateArray,
};

function readWholeNumber(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value;
  throw new StatementError(`the whole number ${text} is too large to be read exactly: select it as text`);
}

/** One dimension; most arrays hold finite numbers only, which JSON.parse reads several times faster than a scan. */
function readNumberArray(text: string): (number | null)[] {
  const inside = text.slice(1, -1);
  if (inside === '') return [];
  if (/^[-+0-9.e,]*$/.test(inside)) return JSON.parse(`[${inside}]`) as number[];
  return inside.split(',').map((part) => (part === 'NULL' ? null : Number(part)));
}

function readDateArray(text: string): (string | null)[] {
  const inside = text.slice(1, -1);
  return inside === '' ? [] : inside.split(',').map((part) => (part === 'NULL' ? null : part));
}
