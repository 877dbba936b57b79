import type { DemandIndex } from '../demand/index.ts';
import { isOn } from '../lib/calendar/day-runs.ts';
import { type PostBook, strengthIsKnown, wardStrengthOn } from '../organisation/index.ts';
import { longDate } from '../ui/long-date.ts';
import type { OptimalPlan } from './model.ts';
import type { CurrentOfficers, RulesCluster } from './review.ts';
import { limitsFor } from './rules-in-force.ts';

/** Clusters of a post book that hold on the date, for the wards of the index. */
export function clustersIn({ clusters }: PostBook, { boundaryVersion, asAt }: DemandIndex): RulesCluster[] {
  return clusters
    .filter((cluster) => cluster.boundaryVersion === boundaryVersion && isOn(cluster.during, asAt))
    .map(({ name, wards }) => ({ name, wards }));
}

/** Officers posted to each ward on the date; null where nobody is said to be posted anywhere. */
export function strengthIn(book: PostBook | null, { asAt, wards, synthetic }: DemandIndex): CurrentOfficers | null {
  if (book === null || !strengthIsKnown(book)) return null;
  const { floors } = limitsFor(asAt, { dwo: 0, pcso: 0 });
  const posted = new Map(wardStrengthOn(book, asAt, floors).map(({ code, dwo }) => [code, dwo.posted.whole]));
  const mark = synthetic || book.synthetic ? ' (synthetic)' : '';
  return {
    source: `the officers posted on ${longDate(asAt)}${mark}`,
    officers: Object.fromEntries(wards.map(({ code }) => [code, posted.get(code) ?? 0])),
  };
}

/** The numbers of the plan in force; null where there is none for these wards. */
export function numbersOf(plan: OptimalPlan | null, { wards }: DemandIndex): CurrentOfficers | null {
  if (plan === null) return null;
  const planned = new Map(plan.wards.map(({ code, dwo }) => [code, dwo]));
  if (wards.some(({ code }) => !planned.has(code))) return null;
  return {
    source: `the plan in force from ${longDate(plan.asAt)}`,
    officers: Object.fromEntries(wards.map(({ code }) => [code, planned.get(code) ?? 0])),
  };
}
