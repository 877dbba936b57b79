import { judgedAsOne, type StreetCounts, territorialForces } from './street-counts.ts';
import { wardTotals } from './tally.ts';
import { type CountedTypes, existedIn, isCrime } from './ward-series.ts';

/** A file with fewer incidents may lack crime types because it has few of any. */
const ENOUGH_INCIDENTS = 100;

/**
 * The crime types a file's runs are made for, and whether the total of all crime is. A type that another file of the
 * same download has, or the railway police's, is zero in this one. A file that holds under half of the crime types the
 * others hold, of those used in its months, is of chosen types, such as an archive of burglaries: it says nothing of the
 * rest. The total is made where the territorial files hold several types of crime; the railway police's part of it is
 * always made, because it only ever adds to a territorial one. Each ward set is judged by itself, so that a set that comes
 * later has the figures it would have had from the first.
 * @param command all street imports of the command, this one among them
 * @param version the ward set, by its place among the tallies
 */
export function countedTypes(file: StreetCounts, command: readonly StreetCounts[], version: number): CountedTypes {
  const forces = territorialForces(file);
  if (forces.length === 0) return { types: joined(command), total: true };
  const peers = command.filter((each) => forces.some((force) => judgedAsOne(file, command, force).includes(each)));
  const months = [...file.months.values()].flat();
  const own = crimesOf([file], version);
  const all = crimesOf(peers, version);
  const expected = [...all].filter((type) => months.some((month) => existedIn(type, month)));
  if (own.size * 2 < expected.length && incidentsOf(file, version) >= ENOUGH_INCIDENTS) {
    return { types: file.types, total: own.size > 1 };
  }
  const railway = command.filter((each) => territorialForces(each).length === 0);
  return { types: joined([...peers, ...railway]), total: all.size > 1 };
}

function joined(files: readonly StreetCounts[]): ReadonlySet<string> {
  return new Set(files.flatMap(({ types }) => [...types]));
}

function incidentsOf(file: StreetCounts, version: number): number {
  const tally = file.tallies[version];
  const totals = tally ? territorialForces(file).flatMap((force) => wardTotals(tally, force)) : [];
  return totals.reduce((sum, count) => sum + count, 0);
}

/** Crime types that territorial forces have in the wards. */
function crimesOf(files: readonly StreetCounts[], version: number): ReadonlySet<string> {
  return new Set(
    files.flatMap((file) =>
      territorialForces(file).flatMap((force) => (file.tallies[version]?.types(force) ?? []).filter(isCrime)),
    ),
  );
}
