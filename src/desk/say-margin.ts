import type { OptimalPlan, PlannedWard } from '../allocation/index.ts';
import { countWords } from '../ui/count-words.ts';
import { numberWord, ordinalWord } from '../ui/number-word.ts';
import { percent } from '../ui/percent.ts';

/** A ward's place in the line for the next officer, from 1; null when it is not among the next. */
export function placeInLine(plan: OptimalPlan, code: string): number | null {
  const index = plan.nextInLine.findIndex((next) => next.code === code);
  return index < 0 ? null : index + 1;
}

/** What would give the ward one more: "It would have a fourth if its demand were 1.7% higher, or …". */
export function sayGain(plan: OptimalPlan, ward: PlannedWard): string {
  const { gain } = ward.margin;
  if (gain === null || ward.demandShare === 0) {
    const { dwo: ceiling } = plan.limits.ceilings;
    return ceiling !== null && ward.dwo >= ceiling
      ? `It cannot have another, whatever its demand: no ward has more than ${numberWord(ceiling)}.`
      : 'It would not have another, whatever its demand.';
  }
  const higher = percent(gain / ward.demandShare - 1);
  const place = placeInLine(plan, ward.code);
  const more =
    place === null ? '' : `, or if the unit had ${numberWord(place)} more ${place === 1 ? 'officer' : 'officers'}`;
  return `It would have a ${ordinalWord(ward.dwo + 1)} if its demand were ${higher} higher${more}.`;
}

/** What would cost the ward its last: "It would lose its third if its demand were 28.4% lower." */
export function sayLoss(ward: PlannedWard): string {
  const { lose } = ward.margin;
  if (ward.awards.length === 0)
    return `It keeps ${countWords(ward.dwo, 'officer')} whatever its demand: that is the floor.`;
  if (lose === null || ward.demandShare === 0) return 'No ward is waiting that could take its last.';
  return `It would lose its ${ordinalWord(ward.dwo)} if its demand were ${percent(1 - lose / ward.demandShare)} lower.`;
}
