import { countWords } from '../../ui/count-words.ts';
import { numberWord } from '../../ui/number-word.ts';
import { ordinal } from '../../ui/ordinal.ts';
import { sentenceCase } from '../../ui/sentence-case.ts';
import type { OptimalPlan, PlannedWard, Post } from '../model.ts';
import type { AnswerStanding } from './model.ts';
import { type Tense, tenseOf } from './tense.ts';

/** Which turn of the hand-out gave a ward its last officer, and its last PCSO where any are shared out. */
export function sayLastOfficer(plan: OptimalPlan, ward: PlannedWard, standing: AnswerStanding): string {
  const tense = tenseOf(standing);
  const clauses = [lastOf(plan, ward, 'dwo', tense), lastOf(plan, ward, 'pcso', tense)].filter(Boolean);
  const [first = '', second = ''] = clauses;
  const none = `it ${tense.got} none of `;
  // "none of the 44 officers …, and none of the 11 PCSOs …", as it is said.
  if (first.startsWith(none) && second.startsWith(none))
    return `${sentenceCase(first)}, and none of ${second.slice(none.length)}.`;
  // A rule's reason is a sentence of its own, and what follows begins another.
  if (second !== '' && first.includes('. ')) return `${sentenceCase(first)}. ${sentenceCase(second)}.`;
  return `${sentenceCase(clauses.join('; '))}.`;
}

/** The same of officers alone, without the reason of a side rule. */
export function sayLastOfficerAloud(plan: OptimalPlan, ward: PlannedWard, standing: AnswerStanding): string {
  const [said = ''] = lastOf(plan, ward, 'dwo', tenseOf(standing)).split('. ');
  return `${sentenceCase(said)}.`;
}

/** How many of a post are shared out above the floors. */
export const sharedOut = ({ officers, limits, wards }: OptimalPlan, post: Post): number =>
  officers[post] - limits.floors[post] * wards.length;

/** One clause; empty where no PCSOs are shared out. */
function lastOf(plan: OptimalPlan, ward: PlannedWard, post: Post, { was, got, past }: Tense): string {
  const turns = sharedOut(plan, post);
  const noun = post === 'dwo' ? 'officer' : 'PCSO';
  const above = aboveWords(plan, post, past);
  if (turns === 0) return post === 'dwo' ? `no officers ${past ? 'were' : 'are'} left to share out ${above}` : '';
  const shared = `the ${countWords(turns, noun)} shared out ${above}`;
  const awards = post === 'dwo' ? ward.awards : ward.pcsoAwards;
  const last = awards.at(-1);
  if (last === undefined)
    return turns === 1 ? `${shared.replace('1 ', 'one ')} went to another ward` : `it ${got} none of ${shared}`;
  if (last.rank === null)
    return `its last officer ${past ? 'was there because of side rules, and had' : 'is there because of side rules, and has'} no turn among ${shared}. ${withoutStop(last.reason)}`;
  const turn = `the ${last.rank === turns ? 'last' : ordinal(last.rank)} of ${shared}`;
  if (plan.decidedBy === 'solver' && post === 'dwo')
    return `its last officer ${was} ${turn}, and side rules left it there`;
  return turns === 1 ? `its last ${noun} ${was} the only one shared out ${above}` : `its last ${noun} ${was} ${turn}`;
}

/** "above the two every ward has". */
function aboveWords({ limits: { floors } }: OptimalPlan, post: Post, past: boolean): string {
  return floors[post] === 0 ? 'from none' : `above the ${numberWord(floors[post])} every ward ${past ? 'had' : 'has'}`;
}
const withoutStop = (sentence: string) => sentence.replace(/\.$/, '');
