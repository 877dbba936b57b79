import { findComponent } from '../../demand/index.ts';
import { andList } from '../../ui/and-list.ts';
import { percent } from '../../ui/percent.ts';
import { componentInSentence } from '../component-in-sentence.ts';
import type { OptimalPlan, PlannedWard } from '../model.ts';
import { sayShare } from '../stability/say-share.ts';
import type { AnswerStanding } from './model.ts';
import { inOrderOfWeight } from './order-of-parts.ts';
import { tenseOf } from './tense.ts';

/** Why a ward has its number: its share of demand against an average ward's, what demand is made of, and what is missing. */
export function sayWhy(plan: OptimalPlan, ward: PlannedWard, standing: AnswerStanding): string {
  const { hasNow, past } = tenseOf(standing);
  const average = 1 / plan.wards.length;
  return [
    `Officers ${past ? 'were' : 'are'} shared out by demand, and it ${hasNow} ${percent(ward.demandShare)} of the demand in ${plan.unit}, where an average ward ${hasNow} ${percent(average)}.`,
    `Demand ${past ? 'was' : 'is'} counted from ${sayParts(plan)}.`,
    ...extremes(plan, ward, past ? 'was' : 'is'),
    ...sayMissing(plan),
  ].join(' ');
}

/** "recorded crime (35%), residents (40%) and deprivation (25%)". */
export function sayParts({ used }: Pick<OptimalPlan, 'used'>): string {
  if (used.length === 1) return `${used.map(({ title }) => componentInSentence(title)).join('')} alone`;
  const parts = inOrderOfWeight(used).map(({ title, weight }) => `${componentInSentence(title)} (${sayShare(weight)})`);
  const inAll = used.reduce((sum, { weight }) => sum + Math.round(weight * 100), 0);
  return `${andList(parts)}${inAll === 100 ? '' : ', rounded'}`;
}

/** Which parts of demand are missing, and how much each should count. */
export function sayMissing({ missing }: Pick<OptimalPlan, 'missing'>): string[] {
  if (missing.length === 0) return [];
  const parts = inOrderOfWeight(missing).map(
    ({ component, weight }) =>
      `${componentInSentence(findComponent(component)?.title ?? component)} (${sayShare(weight)})`,
  );
  return [`No figures are held for ${andList(parts)}, so the other parts count for more.`];
}

/** "Its share is largest in robbery (9.1%) and smallest in residents (1.9%)."; nothing where there is one part. */
function extremes({ used }: OptimalPlan, { components }: PlannedWard, is: string): string[] {
  const parts = inOrderOfWeight(used)
    .map(({ component, title }) => ({ title: componentInSentence(title), share: components[component] ?? 0 }))
    .toSorted((a, b) => b.share - a.share);
  const [most, least] = [parts[0], parts.at(-1)];
  if (most === undefined || least === undefined || percent(most.share) === percent(least.share)) return [];
  return [
    `Its share ${is} largest in ${most.title} (${percent(most.share)}) and smallest in ${least.title} (${percent(least.share)}).`,
  ];
}
