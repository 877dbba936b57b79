import type { OptimalPlan } from '../../allocation/index.ts';
import { andList } from '../../ui/and-list.ts';
import { numberWord } from '../../ui/number-word.ts';
import { type Against, changeOf } from './changes.ts';

/** More wards than this are counted, not named: a sentence that is read out must end. */
const MOST_NAMED = 6;

/**
 * What a plan changes for whom, in one sentence: "West Hampstead gains one, South Hampstead loses one."
 * @param against the plan to compare with
 */
export function sayChanges(plan: OptimalPlan, against: Against): string {
  const officers = clausesFor(plan, against, 'dwo');
  const pcsos = clausesFor(plan, against, 'pcso');
  if (officers.length + pcsos.length === 0) return 'No ward’s number changes.';
  const ofPcsos = pcsos.length === 0 ? '' : `Of PCSOs, ${joined(pcsos)}.`;
  return [officers.length === 0 ? 'No ward’s officers change.' : `${joined(officers)}.`, ofPcsos]
    .filter(Boolean)
    .join(' ');
}

/** A clause that lists wards has commas of its own. */
const joined = (clauses: string[]): string =>
  clauses.join(clauses.some((clause) => clause.includes(',')) ? '; ' : ', ');

/** "Highgate and Kilburn gain one", "Bloomsbury loses two"; most gained first. */
function clausesFor(plan: OptimalPlan, against: Against, post: 'dwo' | 'pcso'): string[] {
  const byChange = new Map<number, string[]>();
  for (const ward of plan.wards) {
    const change = changeOf(against, ward.code, post, ward[post]);
    if (change !== 0) byChange.set(change, [...(byChange.get(change) ?? []), ward.name]);
  }
  const changed = [...byChange.values()].reduce((sum, names) => sum + names.length, 0);
  const inOrder = [...byChange].toSorted(([a], [b]) => b - a);
  if (changed <= MOST_NAMED) return inOrder.map(([change, names]) => clause(andList(names), names.length, change));
  const gaining = inOrder.filter(([change]) => change > 0).flatMap(([, names]) => names).length;
  return [
    ...(gaining === 0 ? [] : [`${numberWord(gaining)} ${gaining === 1 ? 'ward gains' : 'wards gain'}`]),
    ...(changed === gaining
      ? []
      : [`${numberWord(changed - gaining)} ${changed - gaining === 1 ? 'ward loses' : 'wards lose'}`]),
  ].map((text, place) => (place === 0 && post === 'dwo' ? text.charAt(0).toUpperCase() + text.slice(1) : text));
}

function clause(names: string, count: number, change: number): string {
  const verb = change > 0 ? (count === 1 ? 'gains' : 'gain') : count === 1 ? 'loses' : 'lose';
  return `${names} ${verb} ${numberWord(Math.abs(change))}`;
}
