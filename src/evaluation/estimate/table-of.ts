import { csvRecords, type Separator } from '../../lib/tables/index.ts';

/** A table with its heads; fields are trimmed. */
export interface Table {
  head: readonly string[];
  rows: readonly { fields: readonly string[]; line: number }[];
}

/** Reads a CSV text, parted by commas or semicolons; lines that cannot be parted have no fields. */
export function tableOf(text: string): Table {
  const firstLine = text.slice(0, (text.indexOf('\n') + 1 || text.length + 1) - 1);
  const separator: Separator = firstLine.includes(',') ? ',' : ';';
  const [head, ...rows] = [...csvRecords(text, undefined, separator)].map(({ fields, line }) => ({
    fields: (fields ?? []).map((field) => field.trim()),
    line,
  }));
  return { head: head?.fields ?? [], rows };
}
