import { type LookPath, lookPaths } from '../../src/evaluation/monitoring/look-paths.ts';
import { groupsOf, type Method, type Panel } from '../../src/lib/causal/index.ts';
import { normal, type Random } from '../../src/lib/statistics/random.ts';
import { boroughCrime } from './borough-crime.ts';

/** Areas where nothing was tried: what a rule calls among them is a false alarm. */
export interface World {
  units: readonly string[];
  /** Units × months of logs, of each outcome; the first five are judged. */
  outcomes: readonly (readonly (readonly number[])[])[];
  adjoining: readonly (readonly [number, number])[];
}

/** Months of a pilot by each of its four looks, and their share of all. */
export const JUDGED = [3, 6, 9, 13];
export const FRACTIONS = JUDGED.map((months) => months / 13);

/** The boroughs of the Metropolitan Police but those of the other test unit, April 2010 to March 2024. */
export function realWorld(): World {
  const { boroughs, outcomes, adjoining } = boroughCrime(['Barking and Dagenham', 'Havering', 'Redbridge']);
  return {
    units: boroughs,
    outcomes: outcomes.map(({ counts }) => counts.map((row) => row.map(Math.log))),
    adjoining,
  };
}

/** How areas made up are alike, and not. */
export interface MadeWorld {
  units: number;
  months: number;
  /** Correlation of an area's own part with that of the month before. */
  autocorrelation: number;
  /** Standard deviation of what neighbours, in a ring, share, over that of an area's own part. */
  local: number;
  /** How many times as far one area, the first, moves. */
  outlier: number;
}

/** Areas with a common factor that each follows in its own measure, their own autocorrelated months, and shared ones. */
export function madeWorld(random: Random, { units, months, autocorrelation, local, outlier }: MadeWorld): World {
  const series = () => {
    const [values, fresh] = [[normal(random)], Math.sqrt(1 - autocorrelation ** 2)];
    while (values.length < months) values.push(autocorrelation * (values.at(-1) ?? 0) + fresh * normal(random));
    return values;
  };
  const common = series();
  const places = Array.from({ length: units }, series);
  const rows = Array.from({ length: units }, (_, unit) => {
    const [own, follows] = [series(), 1 + 0.5 * normal(random)];
    const size = unit === 0 ? outlier : 1;
    return own.map((value, month) => {
      const shared = local * ((places[unit]?.[month] ?? 0) + (places[(unit + 1) % units]?.[month] ?? 0));
      return 5 + 0.1 * (size * (value + shared) + follows * (common[month] ?? 0));
    });
  });
  return {
    units: rows.map((_, unit) => `area ${unit}`),
    outcomes: [rows],
    adjoining: rows.map((_, unit) => [unit, (unit + 1) % units]),
  };
}

/** Pilots of 13 months that all begin in one month: one for each group of a size. */
export interface Pilots {
  groups: readonly (readonly number[])[];
  /** Whether each group hangs together. */
  adjoins: readonly boolean[];
  panels: readonly Panel[];
  /** By outcome, then by group. */
  paths: readonly (readonly LookPath[])[];
}

export function pilotsAt(world: World, start: number, method: Method, size: number): Pilots {
  const units = world.units.map((_, unit) => unit);
  const groups = groupsOf(units, size, null);
  const together = new Set(groupsOf(units, size, world.adjoining).map(String));
  const panels = world.outcomes.map((rows) => panelOf(world, rows, start));
  const paths = panels.map((panel) => lookPaths({ panel, start, judged: JUDGED, method, combine: 'log-mean', groups }));
  return { groups, adjoins: groups.map((group) => together.has(String(group))), panels, paths };
}

function panelOf({ units }: World, rows: World['outcomes'][number], start: number): Panel {
  const values = rows.map((row) => row.slice(0, start + 13));
  return { units, times: (values[0] ?? []).map((_, month) => String(month)), values };
}
