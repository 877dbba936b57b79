import type { IncidentKindName } from './incident-kinds.ts';

/** What the figures of one kind of incident differ in from those of another. */
export interface IncidentKind {
  kind: IncidentKindName;
  /** Category in which every row counts. */
  whole: string;
  /** Categories that have figures, zeros too, wherever there are files; others only where a row is in them. */
  always: readonly string[];
}
