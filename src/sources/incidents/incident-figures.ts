import type { BoundaryVersion } from '../../geography/index.ts';
import { type Month, monthRange } from '../../lib/calendar/month.ts';
import type { CategorySeries, MonthCoverage } from '../../measures/index.ts';
import { reasonCounter } from '../count-reasons.ts';
import type { ReasonCount } from '../model.ts';
import { coveredWards, isRailwayPolice } from '../street/covered-wards.ts';
import { type Tally, wardTotals } from '../street/tally.ts';
import { forceArea } from './force-area.ts';
import type { IncidentCounts } from './incident-counts.ts';
import type { IncidentKind } from './incident-kind.ts';

/** The figures of the files of one kind in one import. */
export interface IncidentFigures {
  /** Made one by one, so that the runs of all wards are never held at once; can be read more than once. */
  series: Iterable<CategorySeries>;
  coverage: MonthCoverage[];
  notices: ReasonCount[];
}

/** The railway police have no ground of their own: what they do at stations would make a ward's figures by itself. */
const RAILWAY = 'railway police: kept, counted for their force, not in wards';

/**
 * Makes the series of one import: of wards, those of the boroughs that a territorial force's files reach, and of each
 * whole force. A category is zero where there is a file and no row in it; a month without a file has no value.
 * @param command counts of this kind in all imports of the command, these among them
 */
export function incidentFigures(
  kind: IncidentKind,
  counts: IncidentCounts,
  command: readonly IncidentCounts[],
): IncidentFigures {
  const notices = reasonCounter();
  const parts = [...counts.months].flatMap(([force, months]) => [
    forcePart(counts, force, months),
    ...counts.tallies.flatMap((whole, at): Part[] => {
      const byCategory = counts.byCategory[at];
      if (!byCategory) return [];
      const wards = wardsOf(force, whole, at, { counts, command }, notices);
      return [wardPart(byCategory, { force, months, wards })];
    }),
  ]);
  return {
    series: {
      *[Symbol.iterator]() {
        for (const part of parts) yield* seriesOf(kind, part);
      },
    },
    coverage: parts.flatMap((part) => coverageOf(kind, part)),
    notices: notices.counts(),
  };
}

/** Places of a tally that one force's files have figures for. */
interface Part {
  tally: Tally;
  force: string;
  months: readonly Month[];
  places: readonly { at: number; areaCode: string }[];
  boundaryVersion: BoundaryVersion | 'unplaced';
}

function forcePart({ forces }: IncidentCounts, force: string, months: readonly Month[]): Part {
  const { areaCode, boundaryVersion } = forceArea(force);
  return { tally: forces, force, months, places: [{ at: 0, areaCode }], boundaryVersion };
}

function wardPart(
  tally: Tally,
  { force, months, wards }: { force: string; months: readonly Month[]; wards: readonly number[] },
): Part {
  const { version, wards: all } = tally.wardSet;
  const places = wards.map((at) => ({ at, areaCode: all[at]?.code ?? '' }));
  return { tally, force, months, places, boundaryVersion: version };
}

/** Positions of the wards that a force's files have figures for; what lies in the others is noted. */
function wardsOf(
  force: string,
  whole: Tally,
  version: number,
  { counts, command }: { counts: IncidentCounts; command: readonly IncidentCounts[] },
  notices: ReturnType<typeof reasonCounter>,
): readonly number[] {
  const note = (reason: string, count: number): void => notices.add(`${whole.wardSet.version}: ${reason}`, count);
  if (isRailwayPolice(force)) {
    const located = wardTotals(whole, force).reduce((sum, count) => sum + count, 0);
    note(RAILWAY, located);
    return [];
  }
  const together = command
    .filter((each) => each === counts || isApart(each.months.get(force) ?? [], counts.months.get(force) ?? []))
    .flatMap(({ tallies }) => tallies[version] ?? []);
  const { wards, uncounted } = coveredWards(whole, force, together);
  for (const { reason, count } of uncounted) note(reason, count);
  return wards;
}

/** Whether files of some months are judged together with files of others: a download comes in one file or in many. */
function isApart(months: readonly Month[], others: readonly Month[]): boolean {
  return months.length > 0 && !months.some((month) => others.includes(month));
}

function publisherOf({ kind }: IncidentKind, force: string): string {
  return `${kind}-${force}`;
}

function* seriesOf(
  kind: IncidentKind,
  { tally, force, months, places, boundaryVersion }: Part,
): Generator<CategorySeries> {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return;
  const held = new Set(months);
  const index = monthRange(first, last);
  for (const category of new Set([...kind.always, ...tally.types(force)])) {
    const columns = index.map((month) => (held.has(month) ? (tally.counts(force, category, month) ?? []) : null));
    for (const { at, areaCode } of places) {
      yield {
        category: `${kind.kind}/${category}`,
        areaCode,
        boundaryVersion,
        publisher: publisherOf(kind, force),
        firstMonth: first,
        values: columns.map((column) => (column === null ? null : (column[at] ?? 0))),
      };
    }
  }
}

/** Rows by month, each counted once however many categories it is in. */
function coverageOf(kind: IncidentKind, { tally, force, months, places, boundaryVersion }: Part): MonthCoverage[] {
  if (places.length === 0) return [];
  return months.map((month) => {
    const counts = tally.counts(force, kind.whole, month);
    const total = places.reduce((sum, { at }) => sum + (counts?.[at] ?? 0), 0);
    return { month, publisher: publisherOf(kind, force), boundaryVersion, total };
  });
}
