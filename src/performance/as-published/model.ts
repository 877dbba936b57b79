import type { ComparisonRow, ComparisonTable } from '../model.ts';

/** A row as it was printed. */
export interface PrintedRow {
  group: string;
  /** Name in the catalogue of measures. */
  measure: string;
  printed: string;
  current: number;
  previous: number;
  /** As printed, such as "-5.7%". */
  percent: string;
  arrow: '↑' | '↓' | '↔';
}

/** A table of performance as somebody published it, letter by letter. */
export interface PublishedTable {
  /** For addresses and the command line: "islington-2024-07". */
  name: string;
  title: string;
  /** Code of the area it is of. */
  areaCode: string;
  /** Day it was published. */
  published: string;
  source: string;
  periods: { current: string; previous: string };
  rows: readonly PrintedRow[];
}

/** A printed row with what its change can bear. */
export interface JudgedRow {
  printed: PrintedRow;
  /** Whether the printed percentage is that of the printed counts. */
  reproduced: boolean;
  /** Compared from the printed counts; dispersion of held figures, where there are any. */
  row: ComparisonRow;
  /** What the figures held now have for the same periods; null where they have none. */
  held: { current: number | null; previous: number | null; vintage: string } | null;
}

/** A published table beside what each of its changes can bear. */
export interface AsPublished extends Omit<PublishedTable, 'rows' | 'periods'> {
  table: ComparisonTable;
  rows: JudgedRow[];
  /** What is held of the area is made up: real counts are not judged by it, nor set beside it. */
  heldMadeUp: boolean;
}
