import { andList } from '../../ui/and-list.ts';
import { countWords } from '../../ui/count-words.ts';
import { wholeNumber } from '../../ui/whole-number.ts';
import type { OptimalPlan } from '../model.ts';
import type { StabilityKnown } from '../stability/model.ts';
import { boundsWords, isAlone, isFixed, ONE_PART, shareWords, weightingsWords } from './say-how-sure.ts';

/** From what share of weightings on a ward's number counts as much the same whatever the weights. */
const NEARLY_ALWAYS = 0.95;
const MOSTLY = 0.5;
const NAMED = 3;

/** How many wards keep their number under most other weightings, and which are the closest calls. */
export function sayStabilityOfUnit(plan: OptimalPlan, known: StabilityKnown): string {
  const { wards } = plan;
  if (known.kind !== 'reckoned') return known.because;
  const { stability } = known;
  if (isAlone(stability)) return [ONE_PART, ...stability.remarks].join(' ');
  const sure = wards.flatMap(({ code, name, dwo }) => {
    const own = stability.wards.find((each) => each.code === code);
    return own === undefined ? [] : [{ name, share: own.shares[String(dwo)] ?? 0 }];
  });
  const nearly = sure.filter(({ share }) => share >= NEARLY_ALWAYS).length;
  const mostly = sure.filter(({ share }) => share >= MOSTLY).length;
  const closest = sure.toSorted((a, b) => a.share - b.share || (a.name < b.name ? -1 : 1)).slice(0, NAMED);
  const told = closest.map(({ name, share }) => `${name} (${shareWords(share)})`);
  return [
    `Every ward was reckoned again under ${isFixed(stability) ? `the only weighting ${boundsWords(stability)}` : `${wholeNumber(stability.samples)} ${weightingsWords(plan, stability)}`}:`,
    `${countWords(mostly, 'ward')} of ${sure.length} ${mostly === 1 ? 'keeps its' : 'keep their'} number in at least half of them, and ${nearly} in at least 95 of 100.`,
    closest.length === 0 ? '' : `Least sure are ${andList(told)}.`,
    ...stability.remarks,
  ]
    .filter(Boolean)
    .join(' ');
}
