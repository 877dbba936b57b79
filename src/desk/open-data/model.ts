import type { OpenTable } from '../../lib/tables/index.ts';

export type TableGroup = 'Places and measures' | 'Figures' | 'Provenance' | 'Demand and officers' | 'Ring-fence';

/** A table that is given out, before its rows are read. */
export interface OfferedTable {
  group: TableGroup;
  name: string;
  title: string;
  description: string;
}

/** A table with its rows. */
export interface LoadedTable extends OfferedTable {
  table: OpenTable;
}

export interface OpenDataPageModel {
  unit: { name: string; boroughs: string[] };
  tables: OfferedTable[];
  synthetic: boolean;
}
