import { andList } from '../../ui/and-list.ts';
import { longDate } from '../../ui/long-date.ts';
import type { Both, Limits, OptimalPlan, PlannedWard } from '../model.ts';
import { officerWords } from '../rule.ts';
import type { AnswerStanding } from './model.ts';
import { sayNoneInForce } from './say-none-in-force.ts';
import { tenseOf } from './tense.ts';

/** How many officers a ward has under a plan, and whether that counts: adopted, on its way, past, or only put forward. */
export function sayHowMany(plan: OptimalPlan, ward: PlannedWard, standing: AnswerStanding): string {
  const { has, past } = tenseOf(standing);
  const number = `${bothOfficers(ward)}${atLimit(plan.limits, ward, past ? 'might' : 'may')}`;
  return [
    opening(standing),
    `${atStart(standing)}${ward.name} ${has} ${number}${inForceSince(standing)}.`,
    ...(standing.kind === 'withdrawn' ? [`The reason given: ${asSentence(standing.reason ?? '')}`] : []),
    ...(plan.synthetic ? [MADE_UP] : []),
  ]
    .filter(Boolean)
    .join(' ');
}

/** The same in fewer words: what was put forward, and why a plan was withdrawn, stand in the points. */
export function sayHowManyAloud(plan: OptimalPlan, ward: PlannedWard, standing: AnswerStanding): string {
  const { has, past } = tenseOf(standing);
  const number = `${bothOfficers(ward)}${atLimit(plan.limits, ward, past ? 'might' : 'may')}`;
  return [
    standing.kind === 'put forward' ? sayNoneInForce(standing) : '',
    `${standing.kind === 'put forward' ? 'Put forward to start from, ' : atStart(standing)}${ward.name} ${has} ${number}${inForceSince(standing)}.`,
    plan.synthetic ? MADE_UP : '',
  ]
    .filter(Boolean)
    .join(' ');
}

export const MADE_UP = 'The figures are made up.';

/** "2 officers and 1 PCSO". */
export const bothOfficers = ({ dwo, pcso }: Both): string =>
  andList([officerWords(dwo, 'dwo'), officerWords(pcso, 'pcso')]);

function opening(standing: AnswerStanding): string {
  if (standing.kind === 'tried') return TRIED;
  if (standing.kind !== 'put forward') return '';
  const { dwo, pcso } = standing.forEachWard;
  return `${sayNoneInForce(standing)} What is put forward, to start from, is ${bothOfficers({ dwo, pcso })} a ward on average.`;
}

/** Said of numbers that somebody asked about, and nobody adopted. */
export const TRIED = 'These numbers are only tried, and not adopted.';

/** Which plan is meant, where it is not the one in force. */
function atStart(standing: AnswerStanding): string {
  if (standing.kind === 'put forward') return 'Under that, ';
  if (standing.kind === 'tried') return 'Under the numbers tried, ';
  const from = longDate(standing.from);
  if (standing.kind === 'in force') return '';
  if (standing.kind === 'not yet in force') return `From ${from} `;
  return `Under plan ${standing.id} of ${from}, which is ${standing.kind === 'withdrawn' ? 'withdrawn' : 'no longer in force'}, `;
}

const inForceSince = (standing: AnswerStanding): string =>
  standing.kind === 'in force' ? `, under the plan in force since ${longDate(standing.from)}` : '';

/** ", the fewest any ward may have"; nothing in between, or where only one of the two is at a limit. */
function atLimit({ floors, ceilings }: Limits, { dwo, pcso }: Both, may: string): string {
  if (dwo <= floors.dwo && pcso <= floors.pcso) return `, the fewest any ward ${may} have`;
  if (ceilings.dwo !== null && dwo >= ceilings.dwo) return `, the most officers any ward ${may} have`;
  return '';
}

/** Ends as a sentence does, whatever was typed. */
export const asSentence = (text: string) => (/[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);
