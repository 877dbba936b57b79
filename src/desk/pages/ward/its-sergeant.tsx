import { type OptimalPlan, rulesThatBind, sayRules } from '../../../allocation/index.ts';
import { countWords } from '../../../ui/count-words.ts';
import { sayItsSergeant } from '../../say-sergeants.ts';

/** Who leads the ward, and which side rules changed its number; nothing in a plan without either. */
export function ItsSergeant({ plan, code }: { plan: OptimalPlan; code: string }) {
  const sentences = [sayItsSergeant(plan, code) ?? '', ...rulesThatChanged(plan, code)].filter(Boolean);
  return sentences.length === 0 ? null : <p class="w-body">{sentences.join(' ')}</p>;
}

/** "Without the rule 'most moves' it would have 4 officers." */
function rulesThatChanged({ binding }: OptimalPlan, code: string): string[] {
  return binding.flatMap(({ rule, wards }) => {
    const other = wards.find((ward) => ward.code === code);
    if (other === undefined) return [];
    return [`Without ${sayRules(rulesThatBind({ rule }))} it would have ${countWords(other.dwo, 'officer')}.`];
  });
}
