import type { BoundaryVersion } from '../../geography/index.ts';
import type { CategorySeries, MonthCoverage } from '../../measures/index.ts';
import { reasonCounter } from '../count-reasons.ts';
import type { ReasonCount } from '../model.ts';
import { countedTypes } from './counted-types.ts';
import { type Covered, coveredWards, isRailwayPolice, railwayWards } from './covered-wards.ts';
import { judgedAsOne, type StreetCounts, territorialForces } from './street-counts.ts';
import { wardCoverage, wardSeries } from './ward-series.ts';

/** The series of one street import. */
export interface PlacedCounts {
  /** Made one by one, so that the runs of all wards are never held at once; can be read more than once. */
  series: Iterable<CategorySeries>;
  coverage: MonthCoverage[];
  notices: ReasonCount[];
}

/** Codes of the wards that territorial files of a vintage cover already. */
export type HeldWards = ReadonlyMap<BoundaryVersion, ReadonlySet<string>>;

/**
 * Makes the ward series of one street import. A territorial force's files cover the wards of its own boroughs that its
 * files of the command reach; the railway police add to the wards that territorial files of the vintage cover.
 * @param command all street imports of the command, this one among them
 * @param held wards that the vintage's earlier imports cover
 */
export function placeInWards(
  counts: StreetCounts,
  command: readonly StreetCounts[],
  held: HeldWards = new Map(),
): PlacedCounts {
  const notices = reasonCounter();
  const parts = counts.tallies.flatMap((tally, version) => {
    const territorial = territorialWards(command, version, held);
    const counted = countedTypes(counts, command, version);
    return [...counts.months].map(([force, months]) => {
      const covered = isRailwayPolice(force)
        ? railwayWards(tally, territorial)
        : territorialCover(counts, command, version, force);
      for (const { reason, count } of covered.uncounted) notices.add(`${tally.wardSet.version}: ${reason}`, count);
      return { tally, counted, covered: { force, months, wards: covered.wards } };
    });
  });
  return {
    series: {
      *[Symbol.iterator]() {
        for (const { tally, counted, covered } of parts) yield* wardSeries(tally, covered, counted);
      },
    },
    coverage: parts.flatMap(({ tally, covered }) => wardCoverage(tally, covered)),
    notices: notices.counts(),
  };
}

function territorialCover(
  counts: StreetCounts,
  command: readonly StreetCounts[],
  version: number,
  force: string,
): Covered {
  const tally = counts.tallies[version];
  if (!tally) return { wards: [], uncounted: [] };
  const together = judgedAsOne(counts, command, force).flatMap(({ tallies }) => tallies[version] ?? []);
  return coveredWards(tally, force, together);
}

function territorialWards(command: readonly StreetCounts[], version: number, held: HeldWards): ReadonlySet<number> {
  const wardSet = command[0]?.tallies[version]?.wardSet;
  const before = wardSet ? held.get(wardSet.version) : undefined;
  return new Set([
    ...(wardSet?.wards.flatMap(({ code }, at) => (before?.has(code) ? [at] : [])) ?? []),
    ...command.flatMap((file) =>
      territorialForces(file).flatMap((force) => territorialCover(file, command, version, force).wards),
    ),
  ]);
}
