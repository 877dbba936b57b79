import { allRules, type OptimalPlan, rulesThatBind } from '../allocation/index.ts';

/** A rule as it stands in a plan. */
export interface RuleOfPlan {
  name: string;
  kind: ReturnType<typeof allRules>[number]['kind'];
  on: boolean;
  /** With the plan's numbers where it is on, else what it asks in general. */
  sentence: string;
  source: string;
  /** First day it applied; null when set for the plan, or not known. */
  from: string | null;
  /** Whether the plan would be better without it, alone or with others that bind together; null where it is off, is of every plan, or it was not found. */
  binds: boolean | null;
  /** What it costs, or why that is not said, in plain words. */
  cost: string;
  /** In Σ d²/x, or for a rule about sergeants in the most that one who leads two wards has of demand; null where it binds not. */
  costs: number | null;
}

/** Every rule there is, on or off in a plan, with what it costs there. */
export function rulesOfPlan(plan: OptimalPlan): RuleOfPlan[] {
  return allRules().map(({ name, kind, about, source }) => {
    const inForce = plan.rules.find((rule) => rule.name === name);
    const on = inForce !== undefined;
    return {
      ...{ name, kind, on },
      sentence: inForce?.sentence ?? about,
      source: inForce?.source ?? source,
      from: inForce?.from ?? null,
      ...costOf(plan, name, on && kind === 'side'),
    };
  });
}

function costOf(plan: OptimalPlan, name: string, reckoned: boolean): Pick<RuleOfPlan, 'binds' | 'cost' | 'costs'> {
  if (!reckoned) return { binds: null, cost: '', costs: null };
  const binding = plan.binding.find(({ rule }) => rule === name);
  if (binding !== undefined) return { binds: true, cost: binding.sentence, costs: binding.cost };
  const quoted = `'${name.replaceAll('-', ' ')}'`;
  const notFound = plan.remarks.find((remark) => remark.includes(quoted));
  if (notFound !== undefined) return { binds: null, cost: notFound, costs: null };
  const together = plan.binding.find((each) => rulesThatBind(each).includes(name));
  if (together !== undefined) return { binds: true, cost: together.sentence, costs: null };
  return { binds: false, cost: 'Nothing: the plan is as good without it.', costs: null };
}
