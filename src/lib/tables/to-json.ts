import { LICENCE } from './licence.ts';
import type { Cell, OpenTable } from './model.ts';

/** A table as one JSON object: what it is, its notes, and its rows as objects; nothing is guarded or shortened. */
export function toJson(table: OpenTable): object {
  const { name, title, description, columns, notes, sources, made } = table;
  return {
    name,
    title,
    description,
    made,
    licence: { title: LICENCE.title, path: LICENCE.path, attribution: LICENCE.attribution },
    sources: [...sources],
    notes: [...notes],
    columns: columns.map((column) => ({ ...column })),
    rows: Array.from(table.rows, (row) => asObject(columns, row)),
  };
}

function asObject(columns: OpenTable['columns'], row: readonly Cell[]): Record<string, Cell> {
  return Object.fromEntries(columns.map(({ name }, at) => [name, row[at] ?? null]));
}
