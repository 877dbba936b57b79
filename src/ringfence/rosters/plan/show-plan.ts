import { saySpan } from '../../../ui/say-span.ts';
import type { RosterCounts } from '../kept.ts';
import type { HeldRow } from '../model.ts';
import type { AwayTime, RosterPlan, TargetDuty } from './model.ts';
import { sameTime } from './overlaps.ts';

/** What a roster comes to, as its preview shows it and its row keeps it. */
export interface PlanShown {
  counts: RosterCounts;
  held: HeldRow[];
  /** One sentence for each duty that would be changed or removed. */
  changes: string[];
  corrections: number;
  notWhole: string | null;
  /** SHA-256 of everything that would be written: two previews with one digest would do the same. */
  digest: string;
}

/** A plan for its reader. @param nameOf the officer of a number, as a sentence has them */
export function showPlan(plan: RosterPlan, nameOf: (officer: number) => string): Omit<PlanShown, 'digest'> {
  const { add, change, away, addLeave, changeLeave, removeDuties, removeLeave, held, outcomes, corrections } = plan;
  return {
    counts: {
      duties: add.length,
      changed: change.length + changeLeave.length,
      leave: addLeave.length,
      absences: away.length + add.reduce((sum, { aways }) => sum + aways.length, 0),
      unchanged: outcomes.unchanged,
      removed: removeDuties.length + removeLeave.length,
      heldBack: held.length,
    },
    held: held.toSorted((a, b) => (a.line || Number.MAX_SAFE_INTEGER) - (b.line || Number.MAX_SAFE_INTEGER)),
    changes: [
      ...change.map(({ duty, during, confirm }) => {
        const moved = sameTime(duty.during, during) ? '' : ` becomes one ${saySpan(during)}`;
        const confirmed = confirm ? ' counts as confirmed by the roster' : '';
        return `${nameOf(duty.officer)}: duty ${saySpan(duty.during)}${[moved, confirmed].filter((each) => each !== '').join(', and')}.`;
      }),
      ...removeDuties.map(
        (duty) => `${nameOf(duty.officer)}: duty ${saySpan(duty.during)} is removed: the roster no longer has it.`,
      ),
    ],
    corrections,
    notWhole: plan.notWhole,
  };
}

/** Everything that a plan would write, as one text: two previews with one text would do the same. */
export function writesOf({
  add,
  change,
  away,
  addLeave,
  changeLeave,
  removeDuties,
  removeLeave,
  held,
}: RosterPlan): string {
  // Places that looking at a roster has made get other numbers when it is taken in; the file's hash says which wards.
  const time = ({ covers: _, ...away }: AwayTime) => away;
  const target = ({ officer, day, kind, during, planned, worked, attached, elsewhere, aways, postClass }: TargetDuty) =>
    [officer, day, kind, during, planned, worked, attached, elsewhere, aways.map(time), postClass] as const;
  const seen = ({ id, version }: { id: number; version: number }) => [id, version];
  const said = [
    add.map(target),
    change.map(({ duty, during, confirm }) => [seen(duty), during, confirm]),
    away.map((each) => [seen(each.duty), time(each.away)]),
    addLeave.map(({ place: _, ...leave }) => leave),
    changeLeave.map(({ leave, minutes }) => [seen(leave), minutes]),
    removeDuties.map(seen),
    removeLeave.map(seen),
    held.map(({ line, said: because }) => [line, because]),
  ];
  return JSON.stringify(said);
}
