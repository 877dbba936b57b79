import { compareWards, type WardCompared } from '../compare-wards.ts';
import type { Both, OptimalPlan } from '../model.ts';
import { notOnRecord } from './hand-out-again.ts';
import { CAUSES, type Cause, type ChangedWard, type InseparableComponent, type PlansCompared } from './model.ts';
import { otherWardsSentences, sayRemarks, saySummary, sayWard } from './say-changes.ts';
import { type Combination, everyCombination, smallestSets } from './sufficient-sets.ts';
import { sameSources, whatDiffers } from './what-differs.ts';

/**
 * Which wards gain and lose from one plan to another, and because of which causes: for each ward the smallest sets of them
 * that by themselves make the change, found by handing out with every combination of what differs. Both plans are taken as
 * they are kept; nothing is read again. Knows no clock, file or record.
 *
 * Where one plan weighs a component of which the other kept no figures, combinations that need them are left out, unless
 * every figure that both kept is the same: then those of that component are taken to be so too, and a remark says it. Where
 * side rules decided a ward's number in either plan, the hand-out is not that plan: the change is laid to the rules if nothing
 * else differs, and otherwise to no cause at all, since what the others do under side rules is not known.
 * @param before as published
 * @param after  as published
 */
export function whyPlansDiffer(before: OptimalPlan, after: OptimalPlan): PlansCompared {
  if (codes(before) !== codes(after)) return { kind: 'other wards', sentences: otherWardsSentences(before, after) };
  const differs = whatDiffers(before, after);
  const oneSided = oneSidedComponents(before, after);
  const oneFigures = !differs.includes('data') && sameSources(before, after);
  const inseparable = oneFigures ? [] : oneSided;
  // What one plan alone has on record may be other figures, so that they count among what differs.
  const among = CAUSES.filter((cause) => differs.includes(cause) || (cause === 'data' && inseparable.length > 0));
  const combinations = everyCombination(before, after, among, oneFigures);
  const compared = compareWards(before, after);
  const changed = compared.filter(({ gain }) => gain.dwo !== 0 || gain.pcso !== 0);
  const wards = changed.map((ward) => explain(ward, combinations, among, inseparable));
  const unchanged = compared.length - changed.length;
  return {
    kind: 'compared',
    sentences: saySummary(wards, unchanged, differs),
    differs,
    wards,
    unchanged,
    inseparable,
    remarks: sayRemarks(wards, oneSided, oneFigures),
  };
}

const codes = ({ wards }: OptimalPlan): string =>
  wards
    .map(({ code }) => code)
    .toSorted()
    .join(' ');

function explain(
  { ward, before, after }: WardCompared,
  combinations: readonly Combination[],
  among: readonly Cause[],
  inseparable: readonly InseparableComponent[],
): ChangedWard {
  const { code, name, borough } = ward;
  const because = causesOf({ ward, before, after }, combinations, among);
  const told = { code, name, borough, before, after, because };
  return { ...told, sentence: sayWard(told, inseparable.length > 0, among) };
}

function causesOf(
  { ward, before, after }: Omit<WardCompared, 'gain'>,
  combinations: readonly Combination[],
  among: readonly Cause[],
): ChangedWard['because'] {
  const had = numbersIn(combinations.at(0), ward.code);
  const has = numbersIn(combinations.at(-1), ward.code);
  if (same(had, before) && same(has, after)) return smallestSets(combinations, ward.code, after);
  return among.every((cause) => cause === 'rules') && among.length > 0 ? [['rules']] : [];
}

const numbersIn = (combination: Combination | undefined, code: string): Both | null =>
  combination?.handedOut.kind === 'numbers' ? (combination.handedOut.of.get(code) ?? null) : null;

const same = (a: Both | null, b: Both | null): boolean => a !== null && a.dwo === b?.dwo && a.pcso === b?.pcso;

/** Components that one plan weighs and of which the other kept nothing. */
function oneSidedComponents(before: OptimalPlan, after: OptimalPlan): InseparableComponent[] {
  const of = (weighed: OptimalPlan, other: OptimalPlan, weighedBy: InseparableComponent['weighedBy']) =>
    notOnRecord({ weights: weighed, data: other }).map((component) => {
      const title = weighed.used.find((each) => each.component === component)?.title ?? component;
      return { component, title, weighedBy };
    });
  return [...of(before, after, 'before'), ...of(after, before, 'after')];
}
