import type { AreaLookup, Boundary, BoundaryVersion, PoliceNeighbourhood } from '../geography/index.ts';
import type { Month } from '../lib/calendar/month.ts';
import type { CategorySeries, HarmWeightTable, MonthCoverage } from '../measures/index.ts';
import type { RefusedRow } from './left-out-rows.ts';
import type { ReasonCount, SourceKind } from './model.ts';
import type { KnownWards } from './mps/ward-version-of.ts';

/** The beginning of a file, by which its kind is told: the first line's columns, or the start of a JSON text. */
export type Head = { kind: 'csv'; columns: readonly string[] } | { kind: 'json'; start: string };

/** A kind of text file that is read whole, such as a monthly table of figures. One folder, with its README, each. */
export interface TextSource {
  kind: SourceKind;
  /** What a file of this kind is called, such as "MPS ward-level monthly crime". */
  title: string;
  /** What is read, in the plural, to be named where a file is not known: "stop-and-search files of data.police.uk". */
  reads: string;
  /** True for a kind that is published in Windows-1252; others are refused unless they are UTF-8. */
  mayBeWindows1252?: boolean;
  /** True for a kind whose points are placed in boundaries: it is read with them at hand. */
  placesPoints?: true;
  /** Whether a file is of this kind; half a sentence ("has lost …: download it again") when it is but is spoilt. */
  knows(head: Head): boolean | { refused: string };
  /** Reads the whole text; pure, and never throws for what a file may hold. */
  read(text: string, context: ReadContext): ReadText | RefusedText;
}

export interface ReadContext {
  /** Present month: figures of later ones are refused. */
  now: Month;
  /** Codes of the areas whose boundaries are held, by boundary version. */
  held: KnownWards;
  /** The boundaries themselves, for a file whose points are placed. */
  boundaries?: ReadonlyMap<BoundaryVersion, readonly Boundary[]>;
  /** What the operator says the file is about, where it does not say so itself, such as "leicestershire/NC04". */
  about: string | null;
}

/** A file that cannot be used; half a sentence that follows its name and says what to do, without full stop. */
export interface RefusedText {
  kind: 'refused';
  because: string;
}

/** What a text file comes to. Rows read = rows used + rows left out. */
export interface ReadText {
  kind: 'read';
  /** More exact than the title of the kind, where there is more to say, such as the year. */
  recognisedAs?: string;
  rowsRead: number;
  rowsUsed: number;
  /** Rows left out by reason. */
  refused: ReasonCount[];
  /** The rows left out themselves, for whoever wants to see them. */
  refusedRows: readonly RefusedRow[];
  /** Rows used but with a limit, and other things worth knowing, by reason. */
  notices: ReasonCount[];
  from: Month | null;
  to: Month | null;
  boundaryVersions: BoundaryVersion[];
  series: readonly CategorySeries[];
  coverage: MonthCoverage[];
  lookup?: AreaLookup;
  harmWeights?: HarmWeightTable;
  neighbourhood?: PoliceNeighbourhood[];
}
