import { type DemandParts, findComponent, weighDemand } from '../../../demand/index.ts';
import { wardSetAsAt } from '../../../geography/index.ts';
import { isDate } from '../../../lib/calendar/is-date.ts';
import type { Problem } from '../../../lib/refused.ts';
import { textProblem } from '../../../lib/text-problem.ts';
import { countWords } from '../../../ui/count-words.ts';
import { longDate } from '../../../ui/long-date.ts';
import type { PlannedNumbers, Post } from '../../model.ts';
import { planFromDemand } from '../../plan-from-demand.ts';
import { POSTS } from '../../rule.ts';
import type { Party, Review } from '../model.ts';
import { MOST_LETTERS } from '../most-letters.ts';

type Words = Pick<Review, 'name' | 'question' | 'invited'>;
type Days = Pick<Review, 'inForceFrom' | 'closesOn'>;

const MOST_INVITED = 1000;

/** What is wrong with a review's words, and with who is asked. */
export function wordsProblems({ name, question, invited }: Words): Problem[] {
  return [
    textProblem('name', name, MOST_LETTERS.name, 'Give the review a name that tells it from others.'),
    textProblem('question', question, MOST_LETTERS.text, 'Say what is asked, and why now.'),
    invited.length > MOST_INVITED
      ? { field: 'invited', sentence: 'More than 1,000 are asked: keep to those of the unit.' }
      : null,
    ...invited.map(partyProblem),
  ].filter((problem) => problem !== null);
}

const partyProblem = ({ name }: Party): Problem | null =>
  textProblem('invited', name, MOST_LETTERS.name, 'Somebody who is asked has no name: name them, or take them off.');

/**
 * What is wrong with a review's days: it closes today or later, not before it opened, and before its plan comes into force;
 * the plan is for the wards of its figures.
 * @param today in London; the closing day may lie before it where it `stands`, unchanged
 */
export function daysProblems(
  { inForceFrom, closesOn }: Days,
  { asAt, opensOn, today, stands }: { asAt: string; opensOn: string; today: string; stands: boolean },
): Problem[] {
  const wrong = Object.entries({ asAt, inForceFrom, closesOn }).flatMap(([field, text]) =>
    isDate(text) ? [] : [{ field, sentence: 'Give a whole day: its day, month and year.' }],
  );
  if (wrong.length > 0) return wrong;
  return [
    closesOn < opensOn ? `The review opens on ${longDate(opensOn)}: let it close on that day or a later one.` : null,
    closesOn >= opensOn && closesOn < today && !stands
      ? `${longDate(closesOn)} is past: let it close today or on a later day.`
      : null,
    closesOn >= inForceFrom
      ? `The plan is to come into force on ${longDate(inForceFrom)}: let the review close before that day, or move that day.`
      : null,
  ]
    .flatMap((sentence): Problem[] => (sentence === null ? [] : [{ field: 'closesOn', sentence }]))
    .concat(wardsProblem(asAt, inForceFrom) ?? []);
}

function wardsProblem(asAt: string, inForceFrom: string): Problem | null {
  if (wardSetAsAt(asAt).version === wardSetAsAt(inForceFrom).version) return null;
  const sentence = `The wards change between ${longDate(asAt)}, the day of the figures, and ${longDate(inForceFrom)}: choose two days of the same wards.`;
  return { field: 'inForceFrom', sentence };
}

/** What is wrong with the components that a review asks about, by name alone. */
export function componentsProblems(components: readonly string[]): Problem[] {
  if (components.length === 0)
    return [{ field: 'components', sentence: 'Choose at least one part of demand that may be weighed.' }];
  return components
    .filter((component) => findComponent(component) === null)
    .map((component) => ({
      field: 'components',
      sentence: `"${component}" is no part of demand that may be weighed: take it off, and choose from the parts listed.`,
    }));
}

/** Why nothing could be solved in a review: its parts have no figures, or its numbers no plan under whatever weights. */
export function solvingProblems(parts: DemandParts, numbers: PlannedNumbers): Problem[] {
  const wrong = numbersProblems(numbers);
  if (wrong.length > 0) return wrong;
  const tooMany = tooManyProblems(parts.wards.length, numbers);
  if (tooMany.length > 0) return tooMany;
  const weights = Object.fromEntries(parts.parts.map(({ component }) => [component, 1]));
  const demand = weighDemand(parts, { name: 'equal', version: '1', weights });
  if (demand.kind === 'no demand') {
    const reasons = demand.missing.map(({ reason }) => reason).join(' ');
    const sentence = `None of these parts has figures, so that nothing could be solved: import figures first, or choose others. ${reasons}`;
    return [{ field: 'components', sentence: sentence.trim() }];
  }
  return POSTS.flatMap((post) => {
    const plan = planFromDemand(demand, ofOnePost(numbers, post));
    return plan.kind === 'optimal' ? [] : plan.because.map(({ sentence }) => ({ field: post, sentence }));
  });
}

/** The same numbers with none of the other post, so that what is wrong is said beside its own field. */
function ofOnePost(numbers: PlannedNumbers, post: Post): PlannedNumbers {
  const other = post === 'dwo' ? 'pcso' : 'dwo';
  return {
    ...numbers,
    [other]: 0,
    floors: { ...numbers.floors, [other]: 0 },
    ceilings: { ...numbers.ceilings, [other]: null },
  };
}

/** No ward was ever given a tenth of it: whoever types more meant something else, and every page would wait for it. */
const MOST_A_WARD = 200;

/** More officers than so many wards could ever be given, each post beside its own field. */
function tooManyProblems(wards: number, numbers: PlannedNumbers): Problem[] {
  const most = wards * MOST_A_WARD;
  return POSTS.filter((post) => numbers[post] > most).map((post) => ({
    field: post,
    sentence: `Make it at most ${most.toLocaleString('en-GB')}: ${MOST_A_WARD} for each of ${countWords(wards, 'ward')}.`,
  }));
}

const MOST = 100_000;

function numbersProblems({ dwo, pcso, floors = {}, ceilings = {} }: PlannedNumbers): Problem[] {
  const given: [string, number | null | undefined][] = [
    ['dwo', dwo],
    ['pcso', pcso],
    ['dwoFloor', floors.dwo],
    ['pcsoFloor', floors.pcso],
    ['dwoCeiling', ceilings.dwo],
    ['pcsoCeiling', ceilings.pcso],
  ];
  return given.flatMap(([field, value]) =>
    value === null || value === undefined || (Number.isInteger(value) && value >= 0 && value <= MOST)
      ? []
      : [{ field, sentence: 'Make it a whole number from 0 to 100,000.' }],
  );
}
