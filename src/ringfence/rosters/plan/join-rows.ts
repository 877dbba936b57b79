import { groupBy } from '../../../organisation/index.ts';
import { leaveOfDay } from '../../duties/leave-of-day.ts';
import type { HeldRow } from '../model.ts';
import { hold } from './hold.ts';
import type { LeaveToKeep, PlacedRow, RosterRecords, TargetDuty } from './model.ts';
import { meets, minutesOf, overlapping } from './overlaps.ts';
import { targetsOf } from './targets-of.ts';

/** What the rows of one officer say, before anything that is held is looked at. */
export interface JoinedRows {
  targets: TargetDuty[];
  /** Each row with what it comes to in every ward of the officer. */
  leave: { keeps: LeaveToKeep[]; row: PlacedRow }[];
  /** Rest days, and entries of a calendar that were cancelled. */
  without: PlacedRow[];
  /** Rows that say what another says as well. */
  repeated: PlacedRow[];
  held: HeldRow[];
}

const DAY_MINUTES = 24 * 60;

/**
 * Puts the rows of one officer together. Rows that cannot be true together are all held back, since nobody can tell which is
 * right: so the order of rows does not matter.
 */
export function joinRows(rows: readonly PlacedRow[], records: RosterRecords): JoinedRows {
  const { once, repeated } = withoutRepeats(rows);
  const wrong = new Map<PlacedRow, string>();
  const all = targetsOf(once);
  blameOverlaps(all, wrong);
  blameLongDays(all, wrong);
  const dayOff = once.filter(({ row }) => row.meaning.kind === 'leave' || row.meaning.kind === 'rest-day');
  blameDaysOff(dayOff, all, wrong);
  blameTwoLeaves(dayOff, wrong);
  blameWithTheirDuty(all, wrong);
  const stands = (placed: PlacedRow) => !wrong.has(placed);
  return {
    targets: all.filter(({ rows: of, awayRows }) => [...of, ...awayRows].every(stands)),
    leave: dayOff
      .filter((placed) => stands(placed) && placed.row.meaning.kind === 'leave')
      .map((placed) => ({ row: placed, keeps: leaveOf(placed, records) })),
    without: once.filter((placed) => stands(placed) && isWithout(placed)),
    repeated,
    held: [...wrong].map(([placed, said]) => hold(placed, said)),
  };
}

const isWithout = ({ row }: PlacedRow): boolean => row.meaning.kind === 'rest-day' || row.meaning.kind === 'cancelled';

function withoutRepeats(rows: readonly PlacedRow[]): { once: PlacedRow[]; repeated: PlacedRow[] } {
  const seen = new Map<string, PlacedRow>();
  const repeated: PlacedRow[] = [];
  for (const placed of rows.toSorted((a, b) => a.row.line - b.row.line)) {
    const { day, time, meaning, order, charge, contractedMinutes } = placed.row;
    const { post, covers, event } = placed;
    const said = [day, time, meaning, order, charge, contractedMinutes, post.place, covers, event];
    const key = JSON.stringify(said);
    if (seen.has(key)) repeated.push(placed);
    else seen.set(key, placed);
  }
  return { once: [...seen.values()], repeated };
}

const lineOf = ({ rows, awayRows }: TargetDuty): number => [...rows, ...awayRows][0]?.row.line ?? 0;

type Blamed = Map<PlacedRow, string>;

function blame(wrong: Blamed, placed: PlacedRow, said: string): void {
  if (!wrong.has(placed)) wrong.set(placed, said);
}

function blameOverlaps(targets: readonly TargetDuty[], wrong: Blamed): void {
  for (const [target, other] of overlapping(targets, ({ during }) => during)) {
    const said = `It overlaps the duty of line ${lineOf(other)} of the same officer: correct one of the two.`;
    for (const placed of [...target.rows, ...target.awayRows]) blame(wrong, placed, said);
  }
  for (const { aways, awayRows } of targets) {
    const lines = new Map(awayRows.map((placed) => [placed.row.line, placed]));
    for (const [away, other] of overlapping(aways, (each) => each)) {
      const placed = lines.get(away.line);
      if (placed !== undefined)
        blame(
          wrong,
          placed,
          `It overlaps the time away of line ${other.line} of the same officer: correct one of the two.`,
        );
    }
  }
}

function blameLongDays(targets: readonly TargetDuty[], wrong: Blamed): void {
  for (const [day, ofDay] of groupBy(targets, (target) => target.day)) {
    const minutes = ofDay.reduce((sum, { during }) => sum + minutesOf(during), 0);
    if (minutes <= DAY_MINUTES) continue;
    const said = `The duties of the officer that start on ${day} come to ${Math.floor(minutes / 60)} hours, and a day has 24: correct their times.`;
    for (const placed of ofDay.flatMap(({ rows, awayRows }) => [...rows, ...awayRows])) blame(wrong, placed, said);
  }
}

/** A day off is none with duty on it: whoever wrote the roster must say which it was. Part of a day's leave beside duty is. */
function blameDaysOff(dayOff: readonly PlacedRow[], targets: readonly TargetDuty[], wrong: Blamed): void {
  const ward = targets.filter(({ kind }) => kind === 'ward');
  for (const placed of dayOff) {
    const { time, day, meaning, contractedMinutes } = placed.row;
    const partOfDay = meaning.kind === 'leave' && contractedMinutes !== null;
    const clash = ward.find((target) =>
      time === null ? target.day === day && !partOfDay : meets(target.during, time),
    );
    if (clash === undefined) continue;
    const what = meaning.kind === 'leave' ? 'leave' : 'a rest day';
    blame(
      wrong,
      placed,
      `Line ${lineOf(clash)} has duty of the same officer then: keep the duty or the ${what.replace('a ', '')}.`,
    );
    for (const row of [...clash.rows, ...clash.awayRows])
      blame(
        wrong,
        row,
        `Line ${placed.row.line} has ${what} of the same officer then: keep the duty or the ${what.replace('a ', '')}.`,
      );
  }
}

function blameTwoLeaves(dayOff: readonly PlacedRow[], wrong: Blamed): void {
  const leave = dayOff.filter(({ row }) => row.meaning.kind === 'leave');
  for (const ofDay of groupBy(leave, ({ row }) => row.day).values()) {
    if (ofDay.length < 2) continue;
    for (const placed of ofDay) {
      const other = ofDay.find((each) => each !== placed)?.row.line;
      blame(
        wrong,
        placed,
        `Line ${other} has leave of the same officer and day: write one row with the minutes of both.`,
      );
    }
  }
}

/** A time away goes with the duty it lies in, and a duty with what is wrong with it: neither is taken in without the other. */
function blameWithTheirDuty(targets: readonly TargetDuty[], wrong: Blamed): void {
  for (const { rows, awayRows } of targets) {
    const together = [...rows, ...awayRows];
    const first = together.find((placed) => wrong.has(placed));
    if (first === undefined) continue;
    const said = `Line ${first.row.line}, which is of the same duty, is held back: correct that one first.`;
    for (const placed of together) blame(wrong, placed, said);
  }
}

/** The parts of wards in which whoever takes it in may write: the others are for who leads those wards. */
function leaveOf(
  { row, officer }: PlacedRow,
  { dayMinutes, officers, postsOn, mayWrite }: RosterRecords,
): LeaveToKeep[] {
  const minutes = row.contractedMinutes ?? (row.time === null ? null : minutesOf(row.time));
  const { reference = row.officer } = officers.get(row.officer.toUpperCase()) ?? {};
  const posts = postsOn(reference, row.day);
  return leaveOfDay({ posts, minutes, dayMinutes: dayMinutes(row.day) })
    .filter(({ place }) => mayWrite(place, row.day))
    .map((part) => ({ officer, day: row.day, ...part }));
}
