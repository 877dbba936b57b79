import type { RosterPlan, RosterRecords } from './model.ts';
import type { OfficerPlan } from './settle-officer.ts';

/** Adds what the rows of one officer change to the plan of the whole roster, which is this caller's own. */
export function addTo(plan: RosterPlan, settled: OfficerPlan, { isClosed }: RosterRecords): void {
  const { add, change, away, addLeave, changeLeave, unchanged, held } = settled;
  plan.add.push(...add);
  plan.change.push(...change.map(({ duty, during, confirm }) => ({ duty, during, confirm })));
  plan.away.push(...away.map(({ duty, away: time }) => ({ duty, away: time })));
  plan.addLeave.push(...addLeave.flatMap(({ keeps }) => keeps));
  plan.changeLeave.push(...changeLeave.map(({ leave, minutes }) => ({ leave, minutes })));
  plan.held.push(...held);
  for (const { rows, awayRows } of add) {
    plan.outcomes.duty += rows.length === 0 ? awayRows.length : rows.length;
    plan.outcomes.absence += rows.length === 0 ? 0 : awayRows.length;
  }
  const added = new Set(addLeave.map(({ row }) => row));
  const changed = new Set(changeLeave.map(({ row }) => row).filter((row) => !added.has(row)));
  plan.outcomes.changed += change.reduce((sum, { target }) => sum + target.rows.length, 0) + changed.size;
  plan.outcomes.absence += away.length;
  plan.outcomes.leave += addLeave.length;
  plan.outcomes.unchanged += unchanged.length;
  plan.outcomes.held += held.length;
  const days = [
    ...add.map(({ day }) => day),
    ...change.map(({ duty }) => duty.day),
    ...away.map(({ duty }) => duty.day),
    ...addLeave.flatMap(({ keeps }) => keeps.map(({ day }) => day)),
    ...changeLeave.map(({ leave }) => leave.day),
  ];
  plan.corrections += days.filter(isClosed).length;
}
