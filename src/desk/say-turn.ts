import type { OptimalPlan, PlannedWard } from '../allocation/index.ts';
import { numberWord } from '../ui/number-word.ts';
import { ordinal } from '../ui/ordinal.ts';

/** How many dedicated ward officers were handed out above the floor. */
export function extraOfficers(plan: OptimalPlan): number {
  return plan.wards.reduce((total, ward) => total + ward.awards.length, 0);
}

/** What the ward got above the floor: "the 16th of the 44 officers shared out above the two every ward has". */
export function sayTurn(plan: OptimalPlan, { awards }: PlannedWard): string {
  const floor = numberWord(plan.limits.floors.dwo);
  if (plan.decidedBy === 'solver') {
    const extra = awards.length === 0 ? 'none' : numberWord(awards.length);
    return `${extra} of the ${extraOfficers(plan)} officers above the ${floor} every ward has, under the side rules of “${plan.review ?? ''}”`;
  }
  const shared = `the ${extraOfficers(plan)} officers shared out above the ${floor} every ward has`;
  const last = awards.at(-1);
  if (last === undefined) return `none of ${shared}`;
  if (last.rank === null) return `${numberWord(awards.length)} of ${shared}`;
  if (awards.length === 1) return `the ${ordinal(last.rank)} of ${shared}`;
  return `${numberWord(awards.length)} of ${shared}, the last of them in the ${ordinal(last.rank)} turn`;
}
