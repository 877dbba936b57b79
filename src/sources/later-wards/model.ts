import type { BoundaryVersion } from '../../geography/index.ts';
import type { Month } from '../../lib/calendar/month.ts';
import type { CategorySeries, MonthCoverage } from '../../measures/index.ts';
import type { IncidentKindName } from '../incidents/incident-kinds.ts';

/** A live import with incidents in the lake. */
export interface HeldImport {
  id: string;
  vintage: string;
  file: string;
  /** The first import of the command it came in: files of one command are judged together. */
  command: string;
  boundaryVersions: BoundaryVersion[];
  /** Ward sets it was placed in after it was imported. */
  placedLater: BoundaryVersion[];
  lakeFiles: { path: string; kind: IncidentKindName; force: string; month: Month }[];
}

/** What an import's incidents come to in ward sets that came after it, in place of what it had on them. */
export interface LaterFigures {
  held: HeldImport;
  /** The sets counted anew; nothing is said of others. */
  versions: BoundaryVersion[];
  /** Made one by one, so that the runs of all wards are never held at once; can be read more than once. */
  series: Iterable<CategorySeries>;
  coverage: MonthCoverage[];
  counted: CountedLater[];
}

/** Incidents of one kind that are counted in the wards of one set. */
export interface CountedLater {
  kind: IncidentKindName;
  version: BoundaryVersion;
  incidents: number;
  wards: number;
}
