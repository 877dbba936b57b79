import type { RosterFormat } from './model.ts';

/** What a roster came to: what was written, and rows that changed nothing or were held back. */
export interface RosterCounts {
  duties: number;
  changed: number;
  leave: number;
  absences: number;
  unchanged: number;
  removed: number;
  heldBack: number;
}

/** A roster that was taken in. */
export interface KeptRoster {
  id: number;
  unit: string;
  name: string;
  format: RosterFormat | 'pattern';
  counts: RosterCounts;
  synthetic: boolean;
  takenInBy: string;
  takenInAt: Date;
  /** Rows held back that nobody has settled, as far as whoever asks may see them. */
  waiting: number;
}

/** A row that was held back, as it is kept. */
export interface KeptHeldRow {
  roster: number;
  /** Below 1: of no row of the file. */
  line: number;
  written: string;
  said: string;
  officer: string | null;
  day: string | null;
  settledAt: Date | null;
  settledBy: string | null;
}
