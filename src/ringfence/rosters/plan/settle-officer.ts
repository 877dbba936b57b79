import { saySpan } from '../../../ui/say-span.ts';
import type { Absence } from '../../model.ts';
import type { HeldRow } from '../model.ts';
import { hold } from './hold.ts';
import type { JoinedRows } from './join-rows.ts';
import { matchDuties } from './match-duties.ts';
import type { AwayTime, HeldDuty, HeldLeave, LeaveToKeep, PlacedRow, TargetDuty } from './model.ts';
import { liesIn, meets } from './overlaps.ts';
import { settleTarget } from './settle-target.ts';

/** What is held of one officer. */
export interface OfficerHeld {
  duties: readonly HeldDuty[];
  leave: readonly HeldLeave[];
  absencesOf: (duty: HeldDuty) => readonly Absence[];
  /** Absences that whoever takes the roster in ordered. */
  ownOrders: ReadonlySet<string>;
  /** Duties and leave that go, since the file is whole and no longer has them. */
  goes: (row: HeldDuty | HeldLeave) => boolean;
}

/** What the rows of one officer change. */
export interface OfficerPlan {
  add: TargetDuty[];
  change: { target: TargetDuty; duty: HeldDuty; during: TargetDuty['during']; confirm: boolean }[];
  away: { duty: HeldDuty; away: AwayTime; row: PlacedRow }[];
  addLeave: { keeps: LeaveToKeep[]; row: PlacedRow }[];
  changeLeave: { leave: HeldLeave; minutes: number; row: PlacedRow }[];
  unchanged: PlacedRow[];
  held: HeldRow[];
  /** Duties that a row speaks of, whatever came of it. */
  spoken: Set<HeldDuty | HeldLeave>;
}

/** Lays what the rows of one officer come to over what is held of them. */
export function settleOfficer(joined: JoinedRows, held: OfficerHeld): OfficerPlan {
  const plan: OfficerPlan = {
    add: [],
    change: [],
    away: [],
    addLeave: [],
    changeLeave: [],
    unchanged: [...joined.repeated],
    held: [...joined.held],
    spoken: new Set(),
  };
  const [inDuties, targets] = partsOfHeld(joined.targets, held.duties);
  const matched = matchDuties(targets, held.duties);
  for (const duty of [...matched.values(), ...inDuties.values()]) plan.spoken.add(duty);
  const going = (duty: HeldDuty) => held.goes(duty) && !plan.spoken.has(duty);
  for (const target of targets) {
    const duty = matched.get(target);
    const beside = held.duties.find((each) => each !== duty && !going(each) && meets(each.during, target.during));
    if (beside !== undefined) holdTarget(plan, target, overlapsHeld(beside));
    else if (duty === undefined) plan.add.push(target);
    else takeMatched(plan, target, duty, held);
  }
  for (const [target, duty] of inDuties) takePart(plan, target, duty, held);
  for (const each of joined.leave) takeLeave(plan, each, held, going);
  for (const placed of joined.without) takeWithout(plan, placed, held, going);
  return plan;
}

const overlapsHeld = (duty: HeldDuty): string =>
  `It overlaps the duty ${saySpan(duty.during)} that is held: change that one by hand, or take the roster in as whole for its days.`;

function holdTarget(plan: OfficerPlan, { rows, awayRows }: TargetDuty, said: string): void {
  for (const placed of [...rows, ...awayRows]) plan.held.push(hold(placed, said));
}

/** Times away that no duty of the file holds, and one of the records does: part of that, and no change of it. */
function partsOfHeld(
  targets: readonly TargetDuty[],
  duties: readonly HeldDuty[],
): [Map<TargetDuty, HeldDuty>, TargetDuty[]] {
  const parts = new Map<TargetDuty, HeldDuty>();
  for (const target of targets) {
    if (target.rows.length > 0) continue;
    const duty = duties.find((each) => each.kind === 'ward' && liesIn(target.during, each.during));
    if (duty !== undefined) parts.set(target, duty);
  }
  return [parts, targets.filter((target) => !parts.has(target))];
}

function takePart(plan: OfficerPlan, target: TargetDuty, duty: HeldDuty, held: OfficerHeld): void {
  const asHeld = { ...target, during: duty.during, planned: null };
  const settled = settleTarget(asHeld, duty, { ...held, absences: held.absencesOf(duty) });
  if (settled.kind === 'held') holdTarget(plan, target, settled.said);
  else takeAways(plan, target, duty, settled.aways);
}

function takeMatched(plan: OfficerPlan, target: TargetDuty, duty: HeldDuty, held: OfficerHeld): void {
  const settled = settleTarget(target, duty, { ...held, absences: held.absencesOf(duty) });
  if (settled.kind === 'held') {
    holdTarget(plan, target, settled.said);
    return;
  }
  if (settled.kind === 'changed') plan.change.push({ target, duty, during: settled.during, confirm: settled.confirm });
  else plan.unchanged.push(...target.rows);
  takeAways(plan, target, duty, settled.aways);
}

function takeAways(plan: OfficerPlan, { awayRows }: TargetDuty, duty: HeldDuty, aways: readonly AwayTime[]): void {
  for (const row of awayRows) {
    const away = aways.find(({ line }) => line === row.row.line);
    if (away === undefined) plan.unchanged.push(row);
    else plan.away.push({ duty, away, row });
  }
}

function takeLeave(
  plan: OfficerPlan,
  each: JoinedRows['leave'][number],
  held: OfficerHeld,
  going: (duty: HeldDuty) => boolean,
): void {
  const { row, keeps } = each;
  const { time, day, contractedMinutes } = row.row;
  const clash = held.duties.find(
    (duty) =>
      duty.kind === 'ward' &&
      !going(duty) &&
      (time === null ? duty.day === day && contractedMinutes === null : meets(duty.during, time)),
  );
  const ofDay = held.leave.filter((one) => one.day === day);
  for (const leave of ofDay) plan.spoken.add(leave);
  if (clash !== undefined) {
    plan.held.push(hold(row, dutyOnDayOff(clash, 'leave')));
    return;
  }
  const settled = keeps.map((keep) => ({
    keep,
    leave: ofDay.find((one) => one.place === keep.place && one.postClass === keep.postClass),
  }));
  const added = settled.flatMap(({ keep, leave }) => (leave === undefined ? [keep] : []));
  const changed = settled.flatMap(({ keep, leave }) =>
    leave === undefined || leave.minutes === keep.minutes ? [] : [{ leave, minutes: keep.minutes }],
  );
  if (added.length > 0) plan.addLeave.push({ keeps: added, row });
  plan.changeLeave.push(...changed.map((each) => ({ ...each, row })));
  if (added.length + changed.length === 0) plan.unchanged.push(row);
}

const dutyOnDayOff = (duty: HeldDuty, what: string): string =>
  `The records hold a duty ${saySpan(duty.during)} of the officer, which this ${what} would take the place of: remove the duty by hand, or take the roster in as whole for its days.`;

function takeWithout(
  plan: OfficerPlan,
  placed: PlacedRow,
  { duties }: OfficerHeld,
  going: (duty: HeldDuty) => boolean,
): void {
  const { time, day, meaning } = placed.row;
  const clash = duties.find(
    (duty) => duty.kind === 'ward' && !going(duty) && (time === null ? duty.day === day : meets(duty.during, time)),
  );
  if (clash === undefined) plan.unchanged.push(placed);
  else {
    plan.spoken.add(clash);
    plan.held.push(hold(placed, dutyOnDayOff(clash, meaning.kind === 'cancelled' ? 'cancelled entry' : 'rest day')));
  }
}
