import type { UsedComponent } from '../demand/index.ts';
import { andList } from '../ui/and-list.ts';
import { componentInSentence } from './component-in-sentence.ts';
import type { OptimalPlan } from './model.ts';

const weighed = ({ used }: OptimalPlan): UsedComponent[] => used.filter(({ weight }) => weight > 0);

/** The parts that one plan weighs and the other does not. */
export function weighedOnlyIn(plan: OptimalPlan, other: OptimalPlan): UsedComponent[] {
  const others = new Set(weighed(other).map(({ component }) => component));
  return weighed(plan).filter(({ component }) => !others.has(component));
}

/** Whether a part that both plans weigh has other figures, another vintage or other months: not that one of them lost its weight. */
export function figuresDiffer(before: OptimalPlan, after: OptimalPlan): boolean {
  return weighed(before).some((was) => {
    const is = weighed(after).find(({ component }) => component === was.component);
    return is !== undefined && JSON.stringify(figuresOf(before, was)) !== JSON.stringify(figuresOf(after, is));
  });
}

/** A figure that stands has a month of its own; a monthly one is summed over the window. */
const figuresOf = ({ window }: OptimalPlan, { vintage, total, asOf }: UsedComponent) => [
  ...[vintage, total],
  asOf ?? window,
];

/** "Anti-social behaviour no longer counts."; none for no parts. */
export function sayParts(parts: readonly UsedComponent[], counts: (many: boolean) => string): string[] {
  if (parts.length === 0) return [];
  const [first = '', ...rest] = parts.map(({ title }) => title);
  const names = andList([first, ...rest.map(componentInSentence)]);
  return [`${names} ${counts(parts.length > 1 || SEVERAL.test(first))}.`];
}

/** Titles that stand for several, such as "Residents" or "Violence and robbery". */
const SEVERAL = /s$| and /;
