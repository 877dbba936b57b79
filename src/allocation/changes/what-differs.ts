import type { OptimalPlan } from '../model.ts';
import { sideRulesOf } from '../side-rules-of.ts';
import { CAUSES, type Cause } from './model.ts';

/** What is different between two plans for the same wards, whether or not it moves an officer. */
export function whatDiffers(before: OptimalPlan, after: OptimalPlan): Cause[] {
  return CAUSES.filter((cause) => DIFFERS[cause](before, after));
}

const DIFFERS: Readonly<Record<Cause, (before: OptimalPlan, after: OptimalPlan) => boolean>> = {
  officers: by(({ limits }) => [limits.officers.dwo, limits.officers.pcso]),
  data: (before, after) => {
    // What only one of them weighs is on record for that one alone.
    const common = new Set(componentsOf(before).filter((name) => componentsOf(after).includes(name)));
    return by((plan) => plan.wards.map(({ components }) => [...common].map((name) => components[name] ?? null)))(
      before,
      after,
    );
  },
  weights: by(({ weights }) => {
    const above = Object.entries(weights.weights).filter(([, weight]) => weight > 0);
    const all = above.reduce((sum, [, weight]) => sum + weight, 0);
    return above.map(([name, weight]) => [name, weight / all]).toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1));
  }),
  rules: by((plan) => {
    const { floors, ceilings } = plan.limits;
    return [floors.dwo, floors.pcso, ceilings.dwo, ceilings.pcso, sideRulesOf(plan)];
  }),
};

/** Whether two plans have components in common, and all of those from one vintage, with one total, over one window. */
export function sameSources(before: OptimalPlan, after: OptimalPlan): boolean {
  const common = before.used.flatMap((was) => {
    const is = after.used.find(({ component }) => component === was.component);
    return is === undefined ? [] : [{ was, is }];
  });
  return (
    common.length > 0 &&
    common.every(({ was, is }) => was.vintage === is.vintage && was.total === is.total) &&
    JSON.stringify(before.window) === JSON.stringify(after.window)
  );
}

/** Used or missing: known of either way. */
const componentsOf = ({ used, missing }: OptimalPlan): string[] =>
  [...used, ...missing].map(({ component }) => component);

function by(part: (plan: OptimalPlan) => unknown): (before: OptimalPlan, after: OptimalPlan) => boolean {
  return (before, after) => JSON.stringify(part(before)) !== JSON.stringify(part(after));
}
