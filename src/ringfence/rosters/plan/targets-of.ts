import type { TimeSpan } from '../../model.ts';
import type { AwayTime, PlacedRow, TargetDuty } from './model.ts';
import { liesIn, meets } from './overlaps.ts';

type Timed = PlacedRow & { row: { time: TimeSpan } };

const isTimed = (placed: PlacedRow): placed is Timed => placed.row.time !== null;

/**
 * The duties that the rows of one officer come to. A time that was worked changes the planned one that it meets, where it
 * meets just one; a time away that lies within a duty is part of it, and another is a duty that is away from end to end.
 */
export function targetsOf(rows: readonly PlacedRow[]): TargetDuty[] {
  const timed = rows.filter(isTimed);
  const own = timed.filter(({ row }) => row.meaning.kind === 'duty');
  const worked = own.filter(({ row }) => row.meaning.kind === 'duty' && row.meaning.worked);
  const planned = own.filter((each) => !worked.includes(each));
  const pairs = pairsOf(planned, worked);
  const paired = new Set([...pairs.keys(), ...pairs.values()]);
  const targets = [
    ...[...pairs].map(([plan, work]) => wardDuty([plan, work], work.row.time, plan.row.time, true)),
    ...planned.filter((each) => !paired.has(each)).map((each) => wardDuty([each], each.row.time, each.row.time, false)),
    ...worked.filter((each) => !paired.has(each)).map((each) => wardDuty([each], each.row.time, null, true)),
    ...timed.flatMap((each) => elsewhereDuty(each)),
  ];
  for (const away of timed.filter(({ row }) => row.meaning.kind === 'away')) {
    const duty = targets.find((each) => each.kind === 'ward' && each.rows.length > 0 && holds(each, away));
    const time = awayTime(away);
    if (time === null) continue;
    if (duty === undefined)
      targets.push({ ...wardDuty([], away.row.time, away.row.time, false, away), aways: [time], awayRows: [away] });
    else {
      duty.aways.push(time);
      duty.awayRows.push(away);
    }
  }
  return targets;
}

const holds = (duty: TargetDuty, away: Timed): boolean =>
  duty.place === away.post.place && liesIn(away.row.time, duty.during);

/** Planned rows with the worked one that each meets, where neither meets another. */
function pairsOf(planned: readonly Timed[], worked: readonly Timed[]): Map<Timed, Timed> {
  const beside = (one: Timed, others: readonly Timed[]) =>
    others.filter((other) => other.post.place === one.post.place && meets(one.row.time, other.row.time));
  const pairs = new Map<Timed, Timed>();
  if (worked.length === 0) return pairs;
  for (const plan of planned) {
    const [work, another] = beside(plan, worked);
    if (work !== undefined && another === undefined && beside(work, planned).length === 1) pairs.set(plan, work);
  }
  return pairs;
}

function wardDuty(
  rows: readonly Timed[],
  during: TimeSpan,
  planned: TimeSpan | null,
  worked: boolean,
  first: PlacedRow | undefined = rows.at(-1),
): TargetDuty {
  if (first === undefined) throw new RangeError('A duty comes from at least one row.');
  const { officer, name, post } = first;
  return {
    officer,
    name,
    place: post.place,
    postClass: post.postClass,
    kind: 'ward',
    day: first.row.day,
    during,
    planned,
    worked,
    attached: post.attached,
    elsewhere: null,
    aways: [],
    rows: [...rows],
    awayRows: [],
  };
}

function elsewhereDuty(placed: Timed): TargetDuty[] {
  const { row, event } = placed;
  if (row.meaning.kind !== 'elsewhere') return [];
  const elsewhere = { reason: row.meaning.reason, order: row.order, event };
  return [{ ...wardDuty([placed], row.time, row.time, false), kind: row.meaning.as, elsewhere }];
}

function awayTime({ row, event, covers }: Timed): AwayTime | null {
  if (row.meaning.kind !== 'away') return null;
  const { line, order, charge } = row;
  return { ...row.time, line, reason: row.meaning.reason, event, order, covers, charge };
}
