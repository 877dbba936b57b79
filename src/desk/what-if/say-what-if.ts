import { countWords } from '../../ui/count-words.ts';
import { sayOfficers } from '../say-officers.ts';
import { type Against, changeOf } from './changes.ts';
import { sayChanges } from './say-changes.ts';
import type { SolvedForm } from './solve-form.ts';

/**
 * What a move of the sliders did, in one sentence or two: who gains and who loses, why there is no plan, or which field is
 * wrong.
 * @param against the plan to compare with; null where there is none
 */
export function sayWhatIf({ form, plan }: SolvedForm, against: Against | null): string {
  if (plan === null) return form.problems[0]?.text ?? '';
  if (plan.kind === 'infeasible') {
    const said = plan.because.map(({ sentence }) => sentence).join(' ');
    return said.startsWith('No plan') ? said : `No plan. ${said}`;
  }
  if (plan.kind !== 'optimal') return 'No plan: no part with a weight has figures. Give weight to another part.';
  if (against === null) return `${sayOfficers(plan.officers)} for ${countWords(plan.wards.length, 'ward')}.`;
  return sayChanges(plan, against);
}

/**
 * A warning where the very numbers of the plan compared with would already give another one today, so that not every change
 * comes from the sliders; nothing where they give the same.
 * @param solved the plan that those numbers give today
 */
export function sayDrift({ plan }: SolvedForm, against: Against | null): string {
  if (plan?.kind !== 'optimal' || against === null) return '';
  const differing = plan.wards.filter(
    ({ code, dwo, pcso }) => changeOf(against, code, 'dwo', dwo) !== 0 || changeOf(against, code, 'pcso', pcso) !== 0,
  ).length;
  if (differing === 0) return '';
  return `${countWords(differing, 'ward')} ${differing === 1 ? 'changes' : 'change'} even with the very numbers of the plan in force: figures were revised since it was made, or it obeys rules that are not tried here.`;
}
