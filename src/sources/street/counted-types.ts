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
 * always made, because it only ever adds to a territorial one.
 * @param command all street imports of the command, this one among them
 */
export function countedTypes(file: StreetCounts, command: readonly StreetCounts[]): CountedTypes {
  const forces = territorialForces(file);
  if (forces.length === 0) return { types: joined(command), total: true };
  const peers = command.filter((each) => forces.some((force) => judgedAsOne(file, command, force).includes(each)));
  const months = [...file.months.values()].flat();
  const own = crimesOf([file]);
  const all = crimesOf(peers);
  const expected = [...all].filter((type) => months.some((month) => existedIn(type, month)));
  if (own.size * 2 < expected.length && incidentsOf(file) >= ENOUGH_INCIDENTS) {
    return { types: file.types, total: own.size > 1 };
  }
  const railway = command.filter((each) => territorialForces(each).length === 0);
  return { types: joined([...peers, ...railway]), total: all.size > 1 };
}

function joined(files: readonly StreetCounts[]): ReadonlySet<string> {
  return new Set(files.flatMap(({ types }) => [...types]));
}

function incidentsOf(file: StreetCounts): number {
  const [tally] = file.tallies;
  const totals = tally ? territorialForces(file).flatMap((force) => wardTotals(tally, force)) : [];
  return totals.reduce((sum, count) => sum + count, 0);
}

/** Crime types that territorial forces have in the wards. */
function crimesOf(files: readonly StreetCounts[]): ReadonlySet<string> {
  return new Set(
    files.flatMap((file) =>
      territorialForces(file).flatMap((force) => file.tallies.flatMap((tally) => tally.types(force).filter(isCrime))),
    ),
  );
}
