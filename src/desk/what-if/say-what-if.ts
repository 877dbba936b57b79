import { countWords } from '../../ui/count-words.ts';
import { sayOfficers } from '../say-officers.ts';
import { type Began, changeOf } from './changes.ts';
import { sayChanges } from './say-changes.ts';
import type { SolvedForm } from './solve-form.ts';

/**
 * What a move of the sliders did, in one sentence or two: who gains and who loses, why there is no plan, or which field is
 * wrong.
 * @param began the plan to compare with; null where the page began with none
 */
export function sayWhatIf({ form, plan }: SolvedForm, began: Began | null): string {
  if (plan === null) return form.problems[0]?.text ?? '';
  if (plan.kind === 'infeasible') {
    const said = plan.because.map(({ sentence }) => sentence).join(' ');
    return said.startsWith('No plan') ? said : `No plan. ${said}`;
  }
  if (plan.kind !== 'optimal') return 'No plan: no part with a weight has figures. Give weight to another part.';
  if (began === null) return `${sayOfficers(plan.officers)} for ${countWords(plan.wards.length, 'ward')}.`;
  return sayChanges(plan, began);
}

/**
 * A warning where the numbers a page began with would already give another plan today, so that not every change comes from
 * the sliders; nothing where they give the same.
 */
export function sayDrift({ plan }: SolvedForm, began: Began | null): string {
  if (plan?.kind !== 'optimal' || began === null) return '';
  const differing = plan.wards.filter(
    ({ code, dwo, pcso }) => changeOf(began, code, 'dwo', dwo) !== 0 || changeOf(began, code, 'pcso', pcso) !== 0,
  ).length;
  if (differing === 0) return '';
  return `${countWords(differing, 'ward')} ${differing === 1 ? 'changes' : 'change'} even with these very numbers: figures were revised since the plan on this page was made, or it obeys rules that are not tried here.`;
}
