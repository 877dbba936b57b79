import type { Month } from '../../lib/calendar/month.ts';
import type { CategorySeries, MonthCoverage } from '../../measures/index.ts';
import { reasonCounter } from '../count-reasons.ts';
import type { ReasonCount } from '../model.ts';
import { type Covered, coveredWards, isRailwayPolice, railwayWards } from './covered-wards.ts';
import type { Tally } from './tally.ts';
import { wardCoverage, wardSeries } from './ward-series.ts';

/** The counts of one street import. */
export interface StreetCounts {
  /** Months of each force for which the import holds rows. */
  months: ReadonlyMap<string, readonly Month[]>;
  types: ReadonlySet<string>;
  /** One for each ward version, in the same order in every import of a command. */
  tallies: readonly Tally[];
}

/** The series of one street import. */
export interface PlacedCounts {
  /** Made one by one, so that the runs of all wards are never held at once; can be read more than once. */
  series: Iterable<CategorySeries>;
  coverage: MonthCoverage[];
  notices: ReasonCount[];
}

/**
 * Makes the ward series of one street import. A territorial force's files cover the wards of its own boroughs; the
 * railway police add to the wards that territorial files of the same command cover.
 * @param command all street imports of the command, this one among them
 */
export function placeInWards(counts: StreetCounts, command: readonly StreetCounts[]): PlacedCounts {
  const notices = reasonCounter();
  const parts = counts.tallies.flatMap((tally, version) => {
    const territorial = territorialWards(command, version);
    return [...counts.months].map(([force, months]) => {
      const covered: Covered = isRailwayPolice(force) ? railwayWards(tally, territorial) : coveredWards(tally, force);
      for (const { reason, count } of covered.uncounted) notices.add(`${tally.wardSet.version}: ${reason}`, count);
      return { tally, covered: { force, months, wards: covered.wards } };
    });
  });
  return {
    series: {
      *[Symbol.iterator]() {
        for (const { tally, covered } of parts) yield* wardSeries(tally, covered, counts.types);
      },
    },
    coverage: parts.flatMap(({ tally, covered }) => wardCoverage(tally, covered)),
    notices: notices.counts(),
  };
}

function territorialWards(command: readonly StreetCounts[], version: number): ReadonlySet<number> {
  return new Set(
    command.flatMap(({ months, tallies }) => {
      const tally = tallies[version];
      const forces = [...months.keys()].filter((force) => !isRailwayPolice(force));
      return tally ? forces.flatMap((force) => coveredWards(tally, force).wards) : [];
    }),
  );
}
