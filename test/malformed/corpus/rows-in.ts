import type { Sample } from './samples.ts';

/** Rows a file may be said to have: as many as can be counted without the importers, and as few where texts span lines. */
export interface RowsIn {
  least: number;
  most: number;
}

/** Lines a text with quotation marks may lose to fields that span them: those of the damage with line breaks inside fields. */
const BREAKS_IN_A_FIELD = 3;

/**
 * Counts the rows of a file by itself: lines that are not blank, after the header; records of a list; features.
 * @param content UTF-8 or, for a table, any encoding in which a line feed is one
 */
export function rowsIn(content: Buffer, extension: Sample['extension']): RowsIn {
  if (extension !== 'csv') {
    const records = recordsOf(JSON.parse(content.toString('utf8').replace(/^\uFEFF/, '')));
    return { least: records, most: records };
  }
  const lines = content
    .toString('latin1')
    .split('\n')
    .filter((line) => line.replace(/\r$/, '') !== '');
  const quoted = lines.filter((line) => line.includes('"')).length;
  return { least: lines.length - 1 - quoted * BREAKS_IN_A_FIELD, most: lines.length - 1 };
}

function recordsOf(json: unknown): number {
  if (Array.isArray(json)) return json.length;
  const features: unknown = Object(json).features;
  return Array.isArray(features) ? features.length : 1;
}
