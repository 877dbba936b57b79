import { andList } from '../ui/and-list.ts';
import { percent } from '../ui/percent.ts';
import type { OptimalPlan } from './model.ts';
import type { PlannedSergeant } from './review.ts';
import { quotedRule } from './rule.ts';
import { allRules } from './rules-in-force.ts';

/** The sergeant who leads a ward, and their number in the plan's list, from 1; null where none were planned. */
export function sergeantOf(
  { sergeants }: Pick<OptimalPlan, 'sergeants'>,
  code: string,
): { number: number; sergeant: PlannedSergeant } | null {
  const place = sergeants.findIndex(({ wards }) => wards.includes(code));
  const sergeant = sergeants[place];
  return sergeant === undefined ? null : { number: place + 1, sergeant };
}

/** "Sergeant 7: Bunhill and Clerkenwell (Standard), 7.1% of demand.", for each who leads two. */
export function sharedLines({ sergeants }: OptimalPlan): string[] {
  return sergeants.flatMap(({ names, tier, demandShare }, place) =>
    names.length < 2 ? [] : [`Sergeant ${place + 1}: ${andList(names)} (${tier}), ${percent(demandShare)} of demand.`],
  );
}

/** How sure the plan is, in a sentence; none where the hand-out decided everything, which leaves nothing to prove. */
export function gapSentence({ gap, decidedBy, sergeants }: OptimalPlan, seconds: number | null): string[] {
  if (decidedBy === 'hand-out' && sergeants.length === 0) return [];
  if (gap === 0) return ['Proven best: no gap.'];
  const after = seconds === null ? '' : ` after ${seconds} ${seconds === 1 ? 'second' : 'seconds'}`;
  return [`Within ${gapPercent(gap)} of the best possible${after}.`];
}

/** Rounded up, so that a gap is never said to be smaller than it is. */
const gapPercent = (gap: number) => percent(Math.ceil(gap * 1000) / 1000);

/** What belongs under the table of a plan with side rules or sergeants: what binds and what it costs, and what is off. */
export function sideNotes(plan: OptimalPlan, seconds: number | null): string[] {
  const binding = plan.binding.map(({ sentence }) => sentence);
  const none = plan.review !== null && binding.length === 0 && !anyNotReckoned(plan);
  return [
    ...gapSentence(plan, seconds),
    ...binding,
    ...(none ? ['No side rule costs anything: the plan is as good without any of them.'] : []),
    ...plan.remarks,
    ...offSentence(plan),
  ];
}

/** Whether a remark names a side rule whose cost was not found: what it costs is then open. */
const anyNotReckoned = ({ rules, remarks }: OptimalPlan): boolean =>
  rules.some(({ name }) => remarks.some((remark) => remark.includes(quotedRule(name))));

function offSentence({ review, rules }: OptimalPlan): string[] {
  if (review === null) return [];
  const on = new Set(rules.map(({ name }) => name));
  const off = allRules().flatMap(({ name, kind }) => (kind === 'side' && !on.has(name) ? [name] : []));
  return off.length === 0 ? [] : [`Switched off: ${off.join(', ')}.`];
}
