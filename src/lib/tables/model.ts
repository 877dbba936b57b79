/** What the values of a column are; a month is written "2024-02", a date "2024-02-29". */
export type ColumnType = 'text' | 'whole number' | 'number' | 'yes or no' | 'month' | 'date';

/** A value of a table; null where there is none. */
export type Cell = string | number | boolean | null;

export interface TableColumn {
  /** Lower case with underscores, such as "area_code": a name for machines. */
  name: string;
  /** A name for people. */
  title: string;
  /** One plain sentence, with the unit where there is one. */
  description: string;
  type: ColumnType;
  /** True when every row has a value. */
  always: boolean;
}

/** A table as it leaves Wardroom: its figures, and beside them what a reader must know of them. */
export interface OpenTable {
  /** Lower case with hyphens: the name of its file. */
  name: string;
  title: string;
  description: string;
  columns: readonly TableColumn[];
  /** Names of the columns that together are different in every row. */
  key: readonly string[];
  /** A value for each column, in order. */
  rows: Iterable<readonly Cell[]>;
  /** Sentences worth reading beside the figures, such as what a doubtful month is. */
  notes: readonly string[];
  /** Publications the figures come from. */
  sources: readonly TableSource[];
  /** Day it was made, "2026-03-01". */
  made: string;
}

export interface TableSource {
  title: string;
  /** Address of the publication, where there is one. */
  path?: string;
}

/** Tables that are given out together. */
export interface OpenTables {
  /** Lower case with hyphens. */
  name: string;
  title: string;
  description: string;
  version: string;
  /** Instant, ISO. */
  made: string;
  tables: readonly OpenTable[];
}
