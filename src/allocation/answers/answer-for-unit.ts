import { monthName } from '../../lib/calendar/month.ts';
import { andList } from '../../ui/and-list.ts';
import { countWords } from '../../ui/count-words.ts';
import { longDate } from '../../ui/long-date.ts';
import { numberWord } from '../../ui/number-word.ts';
import { percent } from '../../ui/percent.ts';
import { sentenceCase } from '../../ui/sentence-case.ts';
import type { Decision } from '../consultation/model.ts';
import type { OptimalPlan, PlannedWard } from '../model.ts';
import { bothWords, officerWords } from '../rule.ts';
import type { AnswerRecords, AnswerStanding, SinceLastTime, UnitAnswer } from './model.ts';
import { asSentence, bothOfficers, MADE_UP, TRIED } from './say-how-many.ts';
import { sharedOut } from './say-last-officer.ts';
import { sayNoneInForce } from './say-none-in-force.ts';
import { sayInForce } from './say-since-last-time.ts';
import { sayStabilityOfUnit } from './say-stability-of-unit.ts';
import { sayApproval, sayInvited, sayProposals } from './say-who-was-asked.ts';
import { sayMissing, sayParts } from './say-why.ts';
import { type Tense, tenseOf } from './tense.ts';
import { THE_QUESTION } from './the-question.ts';

/**
 * Answers for the whole unit the question that was put to the Mayor: which criteria, what every ward has at least and at
 * most, how the rest are handed out, who has most, how sure it is, who was asked and who approved it, what changed since
 * last time. Roles and organisations are named, and no person. Knows no clock and no record.
 */
export function answerForUnit(records: AnswerRecords): UnitAnswer {
  const { plan, stability, decision, change, standing } = records;
  const tense = tenseOf(standing);
  const paragraphs: UnitAnswer['paragraphs'] = [
    { about: 'which plan', text: whichPlan(plan, standing) },
    { about: 'the criteria', text: criteria(plan) },
    { about: 'the fewest and the most', text: limitsOf(plan, tense) },
    { about: 'how the rest are shared out', text: howSharedOut(plan) },
    { about: 'who has most', text: whoHasMost(plan, tense) },
    { about: 'how sure', text: sayStabilityOfUnit(plan, stability) },
    { about: 'who was consulted', text: whoWasConsulted(decision, standing) },
    { about: 'since last time', text: sinceLastTime(change) },
  ];
  return {
    unit: plan.unit,
    question: THE_QUESTION,
    paragraphs: paragraphs.filter(({ text }) => text !== ''),
    wards: plan.wards.map((ward) => ({
      ...{ code: ward.code, name: ward.name, borough: ward.borough, dwo: ward.dwo, pcso: ward.pcso },
      line: wardLine(plan, ward),
    })),
  };
}

function whichPlan(plan: OptimalPlan, standing: AnswerStanding): string {
  const numbers = `${bothOfficers(plan.officers)} for the ${countWords(plan.wards.length, 'ward')} of ${plan.unit}`;
  const made = plan.synthetic ? [MADE_UP] : [];
  if (standing.kind === 'put forward')
    return [
      sayNoneInForce(standing),
      `What follows is only put forward, to start from: ${numbers}, which is ${bothOfficers(standing.forEachWard)} a ward on average.`,
      ...made,
    ].join(' ');
  if (standing.kind === 'tried') return [TRIED, `They are ${numbers}.`, ...made].join(' ');
  const from = longDate(standing.from);
  const stands = {
    'in force': `is in force since ${from}`,
    'no longer in force': `came into force on ${from}, and is no longer in force`,
    'not yet in force': `comes into force on ${from}`,
    withdrawn: `was for ${from}, and is withdrawn. ${asSentence(standing.reason ?? '')} It was`,
  }[standing.kind];
  if (standing.kind === 'withdrawn') return [`Plan ${standing.id} ${stands} for ${numbers}.`, ...made].join(' ');
  return [`Plan ${standing.id} ${stands}: ${numbers}.`, ...made].join(' ');
}

function criteria(plan: OptimalPlan): string {
  const { used, window } = plan;
  const parts = used.length === 1 ? 'One thing counts' : `${sentenceCase(numberWord(used.length))} things count`;
  const months =
    window === null
      ? ''
      : ` Those counted by month are of the ${countWords(window.months, 'month')} to ${monthName(window.to)}.`;
  return [
    `The criterion is demand. ${parts}, each with its weight: ${sayParts(plan)}. The weights are the set “${plan.weights.name}”, version ${plan.weights.version}.${months}`,
    ...sayMissing(plan),
  ].join(' ');
}

function limitsOf({ limits: { floors, ceilings }, rules, review }: OptimalPlan, { hasNow, past }: Tense): string {
  const most = [
    ...(ceilings.dwo === null ? [] : [officerWords(ceilings.dwo, 'dwo')]),
    ...(ceilings.pcso === null ? [] : [officerWords(ceilings.pcso, 'pcso')]),
  ];
  const side =
    review === null
      ? []
      : [`The plan also ${past ? 'obeyed' : 'obeys'} the side rules of “${review}”: ${sideRules(rules)}`];
  return [
    `Every ward ${hasNow} at least ${bothWords(floors)}.`,
    most.length === 0
      ? `No rule ${past ? 'said how many a ward might' : 'says how many a ward may'} have at most.`
      : `No ward ${hasNow} more than ${andList(most)}.`,
    ...side,
  ].join(' ');
}

/** The rules set for a review, as they read: they have no date of their own. */
const sideRules = (rules: OptimalPlan['rules']): string =>
  rules
    .filter(({ source }) => source.startsWith('Rules file'))
    .map(({ sentence }) => asSentence(sentence))
    .join(' ');

function howSharedOut(plan: OptimalPlan): string {
  const [officers, pcsos] = [sharedOut(plan, 'dwo'), sharedOut(plan, 'pcso')];
  if (officers === 0 && pcsos === 0) return 'None are left to share out above that.';
  const rest = andList([
    ...(officers === 0 ? [] : [countWords(officers, 'officer')]),
    ...(pcsos === 0 ? [] : [countWords(pcsos, 'PCSO')]),
  ]);
  const rules = plan.decidedBy === 'solver' ? ' Side rules then moved some of them, as each ward’s answer says.' : '';
  return `The other ${rest} are handed out one at a time. Each goes to the ward with the most demand for each officer, counted between the officers it has and one more (the method of Huntington and Hill), so that a ward that has many needs much more demand for its next. Every turn is on record with its reason.${rules}`;
}

function whoHasMost({ wards }: OptimalPlan, { has, past }: Tense): string {
  const inOrder = wards.toSorted(
    (a, b) => b.dwo - a.dwo || b.demandShare - a.demandShare || (a.code < b.code ? -1 : 1),
  );
  const numbers = [...new Set(inOrder.map(({ dwo }) => dwo))];
  const [most] = numbers;
  if (most === undefined) return '';
  if (numbers.length === 1) return `Every ward ${has} ${officerWords(most, 'dwo')}.`;
  const having = (number: number) => inOrder.filter(({ dwo }) => dwo === number);
  const named = having(most);
  const shown = named
    .slice(0, MOST_NAMED)
    .map(({ name, demandShare }) => `${name} (${percent(demandShare)} of demand)`);
  const more = named.length - shown.length;
  const list = andList(more === 0 ? shown : [...shown, countWords(more, 'other ward')]);
  const groups = numbers.map((number, place) => {
    const count = having(number).length;
    return `${count} ${has === 'has' && count > 1 ? 'have' : has} ${place === 0 ? officerWords(number, 'dwo') : number}`;
  });
  return `Of the ${countWords(wards.length, 'ward')}, ${andList(groups)}. ${named.length === 1 ? `The ward with ${most} ${past ? 'was' : 'is'}` : `Those with ${most} ${past ? 'were' : 'are'}`} ${list}.`;
}
const MOST_NAMED = 3;

function whoWasConsulted(decision: Decision | null, standing: AnswerStanding): string {
  const approved = sayApproval(standing);
  if (decision === null) return ['No consultation is on record for this plan.', ...approved].join(' ');
  const { name, number, opensOn, closesOn, invited } = decision.review;
  return [
    `The review “${name}” (${number}) was open from ${longDate(opensOn)} to ${longDate(closesOn)}.`,
    sayInvited(invited, invited.length),
    sayProposals(decision),
    `The reasons given: “${decision.reasons.trim()}”`,
    ...(decision.revised === null ? [] : [asSentence(decision.revised)]),
    ...approved,
  ].join(' ');
}

function sinceLastTime(change: SinceLastTime | null): string {
  if (change === null) return '';
  if (change.kind === 'nothing') return change.because;
  if (change.kind === 'first') return 'It is the first plan published for these wards.';
  if (change.kind === 'none before') return 'No plan was in force for these wards before it.';
  return [`Against plan ${change.before.id}, ${sayInForce(change.before)}:`, ...change.sentences].join(' ');
}

/** "Bloomsbury: 7 officers and 3 PCSOs, the 37th of the 44 shared out." */
function wardLine(plan: OptimalPlan, { awards }: PlannedWard): string {
  const turns = sharedOut(plan, 'dwo');
  const last = awards.at(-1);
  if (last === undefined) return 'None above the fewest every ward has';
  const many = `${awards.length} of the ${turns} shared out`;
  return last.rank === null ? `${many}, by side rules` : `${many}, the last in turn ${last.rank}`;
}
