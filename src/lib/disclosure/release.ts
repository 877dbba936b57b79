/** Where a cell stands along one dimension: its level, such as "ward" or "month", and its value there. */
export interface Position {
  level: string;
  value: string;
}

/** One figure of the tables that are released together. The same figure in two tables is one cell. */
export interface ReleaseCell {
  /** Unlike that of any other cell. */
  key: string;
  /** By the name of the dimension, such as { area, category, period }. */
  dimensions: Readonly<Record<string, Position>>;
  /** Whole, ≥ 0; null when it is not known, or known and not published. */
  count: number | null;
  /** Where everyone can read it already; such a cell is never suppressed, and an attacker knows it. */
  alreadyPublic?: string;
  /** What an attacker knows of the count besides these tables, such as from a published rate; both inclusive. */
  knownBetween?: { least: number; most: number };
}

/** The count of the total is the sum of the counts of its parts, by their keys. */
export interface Relation {
  total: string;
  parts: readonly string[];
}

/** Cells by dimension: all that is named must match; a dimension that is not named matches anything. */
export type CellSelection = Readonly<Record<string, { levels?: readonly string[]; values?: readonly string[] }>>;

/** Which counts may not be read from what is released, and since when. */
export interface DisclosureRule {
  /** For people, such as "Ward counts by month under 5". */
  name: string;
  /** First day in force, "2026-04-01". */
  from: string;
  /** First day no longer in force; null while it lasts. */
  until: string | null;
  appliesTo: CellSelection;
  /** Counts of 1 to threshold − 1 are sensitive; whole, ≥ 2. */
  threshold: number;
  zerosSensitive: boolean;
  /** Least difference between the most and the least a sensitive count may be for all an attacker can tell, ≥ 1. */
  width?: number;
  /** Cells that are public already, such as borough figures of the police: as `alreadyPublic`, for the whole release. */
  exemptions?: readonly { name: string; appliesTo: CellSelection }[];
}

/** A value of one of the cells that is out already. */
export interface EarlierValue {
  key: string;
  count: number;
  release: string;
}

/** Everything that comes out together, the rules of its domain, and what came out before. */
export interface Release {
  /** Day of the release, "2026-04-01": rules in force on it apply. */
  on: string;
  cells: readonly ReleaseCell[];
  relations: readonly Relation[];
  /** Worked through in this order; a rule added at the end never publishes more. */
  rules: readonly DisclosureRule[];
  earlier?: readonly EarlierValue[];
}

/** Shown in place of every suppressed count: whether primary or secondary would tell an attacker which is small. */
export const SUPPRESSED_MARKER = '[c]';
/** Shown where there was no count to publish. */
export const NOT_AVAILABLE_MARKER = '[x]';

/** What becomes of one cell. `rule` and `protects` are for those who may see the counts, never for publication. */
export type Decision =
  | { key: string; kind: 'published'; count: number; text: string }
  | { key: string; kind: 'primary'; rule: string; text: typeof SUPPRESSED_MARKER }
  | { key: string; kind: 'secondary'; protects: string[]; text: typeof SUPPRESSED_MARKER }
  | { key: string; kind: 'not published'; text: typeof NOT_AVAILABLE_MARKER };

/** A sensitive cell that suppression does not protect as its rule asks. */
export interface Unprotected {
  key: string;
  rule: string;
  /** "already public": even with everything hidden that can be, the range is too narrow. "not proven": none was found. */
  why: 'already public' | 'not proven';
  /** What the count may be for all an attacker can tell; where not proven, what is shown to be possible. */
  canBe: { least: number; most: number };
  requiredWidth: number;
  /** Public cells that share a sum with it, by key. */
  revealedBy: string[];
}

export interface DisclosureReport {
  published: number;
  primary: number;
  secondary: number;
  notPublished: number;
  /** By rule in force, in the order given: sensitive cells of which no rule before it asks as much. */
  byRule: { rule: string; cells: number }[];
  /** Empty when every sensitive cell is protected; otherwise the domain decides before anything is released. */
  unprotected: Unprotected[];
}
