import type { AreaLookup, Boundary, BoundaryVersion, PoliceNeighbourhood } from '../../geography/index.ts';
import { boundarySet } from '../../geography/index.ts';
import type { Month } from '../../lib/calendar/month.ts';
import type { CategorySeries, HarmWeightTable, MonthCoverage } from '../../measures/index.ts';
import type { IncidentKindName } from '../incidents/incident-kinds.ts';
import type { RefusedRow } from '../left-out-rows.ts';
import type { ReasonCount, SourceKind } from '../model.ts';
import type { PlacedCounts } from '../street/place-in-wards.ts';
import type { ReadText, TextSource } from '../text-source.ts';

/** A file read and checked, ready to be kept: what is said of it, and what it brings. */
export interface StagedFile {
  kind: SourceKind;
  recognisedAs: string;
  rowsRead: number;
  rowsUsed: number;
  refused: ReasonCount[];
  /** The rows left out, at hand or as a CSV with the columns line, reason and text. */
  refusedRows: { kind: 'rows'; rows: readonly RefusedRow[] } | { kind: 'file'; path: string };
  notices: ReasonCount[];
  from: Month | null;
  to: Month | null;
  boundaryVersions: BoundaryVersion[];
  boundaries: Boundary[];
  series: Iterable<CategorySeries>;
  coverage: MonthCoverage[];
  lookup: AreaLookup | null;
  harmWeights: HarmWeightTable | null;
  neighbourhood: PoliceNeighbourhood[];
  /** Folders of Parquet files to be moved into the lake, one for each kind of incident. */
  lake: readonly StagedLakeFolder[];
}

/** Parquet files of one kind of incident, ready to be moved into the lake as a folder. */
export interface StagedLakeFolder {
  kind: IncidentKindName;
  /** Where it lies. */
  folder: string;
  /** Their names in it. */
  files: { path: string; rows: number }[];
}

const NO_ROWS: StagedFile['refusedRows'] = { kind: 'rows', rows: [] };
const NOTHING_MORE = { lookup: null, harmWeights: null, neighbourhood: [] };

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
    refusedRows: NO_ROWS,
    notices: [],
    from: null,
    to: null,
    boundaryVersions: [parsed.version],
    boundaries: parsed.boundaries,
    series: [],
    coverage: [],
    lake: [],
    ...NOTHING_MORE,
  };
}

/** What a text file brings. */
export function stagedText(source: Pick<TextSource, 'kind' | 'title'>, read: ReadText): StagedFile {
  const { recognisedAs, rowsRead, rowsUsed, refused, notices, from, to, boundaryVersions, series, coverage } = read;
  return {
    kind: source.kind,
    recognisedAs: recognisedAs ?? source.title,
    rowsRead,
    rowsUsed,
    refused,
    refusedRows: { kind: 'rows', rows: read.refusedRows },
    notices,
    from,
    to,
    boundaryVersions,
    boundaries: [],
    series,
    coverage,
    lake: [],
    lookup: read.lookup ?? null,
    harmWeights: read.harmWeights ?? null,
    neighbourhood: read.neighbourhood ?? [],
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
    refusedRows: NO_ROWS,
    notices: [...read.notices, ...placed.notices],
    from: months[0] ?? null,
    to: months.at(-1) ?? null,
    boundaryVersions: read.counts.tallies.map(({ wardSet }) => wardSet.version),
    boundaries: [],
    series: placed.series,
    coverage: placed.coverage,
    lake: [{ kind: 'street', folder: read.lakeFolder, files: read.lakeFiles }],
    ...NOTHING_MORE,
  };
}
