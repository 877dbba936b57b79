import type { AreaLookup, Boundary, BoundaryVersion, PoliceNeighbourhood } from '../../geography/index.ts';
import { boundarySet } from '../../geography/index.ts';
import type { Month } from '../../lib/calendar/month.ts';
import type { CategorySeries, HarmWeightTable, MonthCoverage } from '../../measures/index.ts';
import type { IncidentKindName } from '../incidents/incident-kinds.ts';
import type { RefusedRow } from '../left-out-rows.ts';
import type { ReasonCount, SourceKind } from '../model.ts';
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
  refusedFeatures: readonly { place: number; reason: string; text: string }[];
}): StagedFile {
  const { kind, title } = boundarySet(parsed.version);
  return {
    kind: 'boundaries',
    recognisedAs: `${kind} boundaries: ${title}`,
    rowsRead: parsed.features,
    rowsUsed: parsed.boundaries.length,
    refused: parsed.refused,
    // A feature has no line of its own: its place among the features stands for it.
    refusedRows: {
      kind: 'rows',
      rows: parsed.refusedFeatures.map(({ place, reason, text }) => ({ line: place, reason, text })),
    },
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

/** A text file as read, its runs one at a time. */
export type TextToStage = Omit<ReadText, 'series'> & { series: Iterable<CategorySeries> };

/** What a text file brings. */
export function stagedText(source: Pick<TextSource, 'kind' | 'title'>, read: TextToStage): StagedFile {
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

/** What the files of one kind in an incident file or archive came to, with its figures. */
export interface StagedPart {
  kind: IncidentKindName;
  rowsRead: number;
  rowsUsed: number;
  refused: ReasonCount[];
  notices: ReasonCount[];
  months: readonly Month[];
  boundaryVersions: BoundaryVersion[];
  series: Iterable<CategorySeries>;
  coverage: MonthCoverage[];
  lakeFolder: string;
  lakeFiles: { path: string; rows: number }[];
}

/** What a file or archive of incidents brings; where there are several kinds, reasons say of which they are. */
export function stagedIncidents(
  parts: readonly StagedPart[],
  { isArchive, leftOut, refusedRows }: { isArchive: boolean; leftOut: ReasonCount[]; refusedRows: string | null },
): StagedFile {
  const months = parts.flatMap((part) => part.months).toSorted();
  const said = (reasons: (part: StagedPart) => ReasonCount[]): ReasonCount[] =>
    parts.flatMap((part) => (parts.length === 1 ? reasons(part) : ofKind(part.kind, reasons(part))));
  return {
    kind: parts[0]?.kind ?? 'street',
    recognisedAs: recognisedAs(
      parts.map(({ kind }) => kind),
      isArchive,
    ),
    rowsRead: parts.reduce((sum, { rowsRead }) => sum + rowsRead, 0),
    rowsUsed: parts.reduce((sum, { rowsUsed }) => sum + rowsUsed, 0),
    refused: said(({ refused }) => refused),
    refusedRows: refusedRows === null ? NO_ROWS : { kind: 'file', path: refusedRows },
    notices: [...said(({ notices }) => notices), ...leftOut],
    from: months[0] ?? null,
    to: months.at(-1) ?? null,
    boundaryVersions: [...new Set(parts.flatMap(({ boundaryVersions }) => boundaryVersions))],
    boundaries: [],
    series: {
      *[Symbol.iterator]() {
        for (const { series } of parts) yield* series;
      },
    },
    coverage: parts.flatMap(({ coverage }) => coverage),
    lake: parts.flatMap(({ kind, lakeFolder, lakeFiles }) =>
      lakeFiles.length === 0 ? [] : [{ kind, folder: lakeFolder, files: lakeFiles }],
    ),
    ...NOTHING_MORE,
  };
}

const KIND_NAMES: Record<IncidentKindName, { plain: string; inArchive: string }> = {
  street: { plain: 'street', inArchive: 'street crime' },
  'stop-and-search': { plain: 'stop-and-search', inArchive: 'stop and search' },
  outcomes: { plain: 'outcomes', inArchive: 'outcomes' },
};

function ofKind(kind: IncidentKindName, counts: readonly ReasonCount[]): ReasonCount[] {
  return counts.map(({ reason, count }) => ({ reason: `${KIND_NAMES[kind].inArchive}: ${reason}`, count }));
}

function recognisedAs(kinds: readonly IncidentKindName[], isArchive: boolean): string {
  const [only] = kinds;
  if (only !== undefined && kinds.length === 1) {
    return `data.police.uk ${KIND_NAMES[only].plain} ${isArchive ? 'archive' : 'file'}`;
  }
  const names = kinds.map((kind) => KIND_NAMES[kind].inArchive);
  return `data.police.uk archive of ${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
