import type { Boundary, BoundaryVersion } from '../geography/index.ts';
import { boundarySet } from '../geography/index.ts';
import type { Month } from '../lib/calendar/month.ts';
import type { CategorySeries, MonthCoverage } from '../measures/index.ts';
import type { ReasonCount, SourceKind } from './model.ts';
import type { MonthlyFile } from './mps/read-monthly-file.ts';
import type { PlacedCounts } from './street/place-in-wards.ts';

/** A file read and checked, ready to be kept: what is said of it, and what it brings. */
export interface StagedFile {
  kind: SourceKind;
  recognisedAs: string;
  rowsRead: number;
  rowsUsed: number;
  refused: ReasonCount[];
  notices: ReasonCount[];
  from: Month | null;
  to: Month | null;
  boundaryVersions: BoundaryVersion[];
  boundaries: Boundary[];
  series: Iterable<CategorySeries>;
  coverage: MonthCoverage[];
  /** Folder of Parquet files to be moved into the lake, with their names in it; null when there are none. */
  lake: { folder: string; files: { path: string; rows: number }[] } | null;
}

/** What a boundary file brings. */
export function stagedBoundaries(parsed: {
  version: BoundaryVersion;
  features: number;
  boundaries: Boundary[];
  refused: ReasonCount[];
}): StagedFile {
  const { kind, title } = boundarySet(parsed.version);
  return {
    kind: 'boundaries',
    recognisedAs: `${kind} boundaries: ${title}`,
    rowsRead: parsed.features,
    rowsUsed: parsed.boundaries.length,
    refused: parsed.refused,
    notices: [],
    from: null,
    to: null,
    boundaryVersions: [parsed.version],
    boundaries: parsed.boundaries,
    series: [],
    coverage: [],
    lake: null,
  };
}

/** What a monthly file of the Metropolitan Police brings. */
export function stagedMonthly(level: 'ward' | 'borough', file: MonthlyFile): StagedFile {
  return {
    kind: level === 'ward' ? 'mps-ward' : 'mps-borough',
    recognisedAs: `MPS ${level}-level monthly crime`,
    rowsRead: file.rowsRead,
    rowsUsed: file.rowsUsed,
    refused: file.refused,
    notices: file.notices,
    from: file.from,
    to: file.to,
    boundaryVersions: file.boundaryVersions,
    boundaries: [],
    series: file.series,
    coverage: file.coverage,
    lake: null,
  };
}

/** What a street file or archive brings. */
export function stagedStreet(
  archive: boolean,
  read: {
    rowsRead: number;
    rowsUsed: number;
    refused: ReasonCount[];
    notices: ReasonCount[];
    lakeFolder: string;
    lakeFiles: { path: string; rows: number }[];
    counts: {
      months: ReadonlyMap<string, readonly Month[]>;
      tallies: readonly { wardSet: { version: BoundaryVersion } }[];
    };
  },
  placed: PlacedCounts,
): StagedFile {
  const months = [...read.counts.months.values()].flat().sort();
  return {
    kind: 'street',
    recognisedAs: archive ? 'data.police.uk street archive' : 'data.police.uk street file',
    rowsRead: read.rowsRead,
    rowsUsed: read.rowsUsed,
    refused: read.refused,
    notices: [...read.notices, ...placed.notices],
    from: months[0] ?? null,
    to: months.at(-1) ?? null,
    boundaryVersions: read.counts.tallies.map(({ wardSet }) => wardSet.version),
    boundaries: [],
    series: placed.series,
    coverage: placed.coverage,
    lake: { folder: read.lakeFolder, files: read.lakeFiles },
  };
}
