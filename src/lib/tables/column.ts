import type { ColumnType, TableColumn } from './model.ts';

/** A column that always has a value. */
export function column(name: string, title: string, description: string, type: ColumnType = 'text'): TableColumn {
  return { name, title, description, type, always: true };
}

/** A column whose value may be missing. */
export function maybe(name: string, title: string, description: string, type: ColumnType = 'text'): TableColumn {
  return { name, title, description, type, always: false };
}
