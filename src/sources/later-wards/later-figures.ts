import type { BoundaryVersion } from '../../geography/index.ts';
import type { CategorySeries, MonthCoverage } from '../../measures/index.ts';
import type { IncidentCounts } from '../incidents/incident-counts.ts';
import { incidentFigures } from '../incidents/incident-figures.ts';
import type { IncidentKind } from '../incidents/incident-kind.ts';
import type { IncidentKindName } from '../incidents/incident-kinds.ts';
import { isRailwayPolice } from '../street/covered-wards.ts';
import { type HeldWards, placeInWards } from '../street/place-in-wards.ts';
import type { StreetCounts } from '../street/street-counts.ts';
import { type WardSet, wardTally } from '../street/tally.ts';
import type { CountedLater, HeldImport, LaterFigures } from './model.ts';

/** Counts of one kind other than street crime, with what tells it from others. */
export type KindCounts = Omit<IncidentCounts, 'forces'> & { kind: IncidentKind };

/** What one import's incidents come to, kind by kind; one tally for each ward set, in the same order in all imports. */
export interface HeldCounts {
  held: HeldImport;
  street: StreetCounts | null;
  'stop-and-search': KindCounts | null;
  outcomes: KindCounts | null;
}

/**
 * Makes the ward figures of held imports, each judged with the files of its own command and, for the railway police, with
 * the wards that earlier commands of its vintage cover: as when they were imported.
 * @param imports the oldest first
 */
export function laterFigures(imports: readonly HeldCounts[], sets: readonly WardSet[]): LaterFigures[] {
  const figures = new Map<HeldCounts, LaterFigures>();
  for (const ofVintage of grouped(imports, ({ held }) => held.vintage)) {
    for (const command of grouped(ofVintage, ({ held }) => held.command)) {
      const wards = territorialWards([...figures.values()], command[0]?.held.vintage ?? '');
      for (const file of command) figures.set(file, figuresOf(file, command, { wards, sets }));
    }
  }
  return imports.flatMap((each) => figures.get(each) ?? []);
}

/** Wards of the imports of a vintage that territorial forces' street figures cover, by ward set. */
export function territorialWards(figures: readonly LaterFigures[], vintage: string): HeldWards {
  const covered = new Map<BoundaryVersion, Set<string>>();
  for (const { held, series } of figures) {
    if (held.vintage !== vintage) continue;
    for (const { boundaryVersion, areaCode, publisher, category } of series) {
      if (boundaryVersion === 'unplaced' || isRailwayPolice(publisher) || !category.startsWith('street')) continue;
      covered.set(boundaryVersion, (covered.get(boundaryVersion) ?? new Set()).add(areaCode));
    }
  }
  return covered;
}

interface Made {
  kind: IncidentKindName;
  series: Iterable<CategorySeries>;
  coverage: MonthCoverage[];
}

function figuresOf(
  file: HeldCounts,
  command: readonly HeldCounts[],
  { wards, sets }: { wards: HeldWards; sets: readonly WardSet[] },
): LaterFigures {
  const versions = sets.map(({ version }) => version);
  const made: Made[] = [];
  if (file.street) {
    const streets = command.flatMap(({ street }) => street ?? []);
    made.push({ kind: 'street', ...placeInWards(file.street, streets, wards) });
  }
  for (const kind of ['stop-and-search', 'outcomes'] as const) {
    const own = file[kind];
    if (own) {
      const together = command.flatMap((each) => each[kind] ?? []);
      made.push({ kind, ...kindFigures(own, together, versions) });
    }
  }
  return {
    held: file.held,
    versions,
    series: {
      *[Symbol.iterator]() {
        for (const { series } of made) yield* series;
      },
    },
    coverage: made.flatMap(({ coverage }) => coverage),
    counted: made.flatMap((each) => versions.map((version) => countedIn(each, version))),
  };
}

/** The figures of a kind in wards; those of whole forces depend on no ward and are held already. */
function kindFigures(own: KindCounts, together: readonly KindCounts[], versions: readonly BoundaryVersion[]) {
  const isOfWards = ({ boundaryVersion }: { boundaryVersion: string }): boolean =>
    versions.some((version) => version === boundaryVersion);
  const forces = wardTally({ version: 'police-forces', wards: [{ code: '', boroughCode: null }] });
  const counts = together.map((each) => ({ ...each, forces }));
  const at = together.indexOf(own);
  const made = incidentFigures(own.kind, counts[at] ?? { ...own, forces }, counts);
  return {
    series: {
      *[Symbol.iterator]() {
        for (const series of made.series) if (isOfWards(series)) yield series;
      },
    },
    coverage: made.coverage.filter(isOfWards),
  };
}

function countedIn({ kind, series, coverage }: Made, version: BoundaryVersion): CountedLater {
  const wards = new Set<string>();
  for (const { boundaryVersion, areaCode } of series) if (boundaryVersion === version) wards.add(areaCode);
  const incidents = coverage
    .filter(({ boundaryVersion }) => boundaryVersion === version)
    .reduce((sum, { total }) => sum + total, 0);
  return { kind, version, incidents, wards: wards.size };
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}
