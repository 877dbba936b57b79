import type { HeldRow } from '../model.ts';
import type { PlacedRow } from './model.ts';

/** A row that is held back, with the sentence that says why. */
export const hold = ({ row }: PlacedRow, said: string): HeldRow => ({
  line: row.line,
  written: row.written,
  said,
  officer: row.officer,
  day: row.day,
});
