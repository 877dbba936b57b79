import { andList } from '../../ui/and-list.ts';
import { countWords } from '../../ui/count-words.ts';
import { numberWord } from '../../ui/number-word.ts';
import { wholeNumber } from '../../ui/whole-number.ts';
import { withinSentence } from '../../ui/within-sentence.ts';
import type { Charter } from '../model.ts';
import { certaintyOf } from './certainty.ts';
import { fitWords, type Piece } from './fit-words.ts';
import type { EvaluationFigures, OutcomeFigures } from './model.ts';
import { sayRange } from './say-amount.ts';
import { sayCalled } from './say-called.ts';
import { sayFigure } from './say-figure.ts';
import { groupNoun } from './say-group.ts';
import { saySmallestShortly } from './say-smallest.ts';
import { sayUnseen } from './say-unseen.ts';
import { settingOf } from './setting-of.ts';

/** Most words of the paragraph. */
const MOST_WORDS = 120;

/**
 * One paragraph of at most about 120 words: what a councillor reads. It leads with the outcome that the stop rule goes by
 * (harm before benefit), with its range, what came of the same question elsewhere and the smallest change that could have
 * been seen; the other outcomes follow, and what cannot be seen. Where it grows too long, the less weighty sentences go.
 */
export function sayEvaluation(charter: Charter, figures: EvaluationFigures): string {
  const judged = figures.outcomes.filter(({ role }) => role !== 'context');
  const [lead] = leads(judged);
  const hindsight: Piece[] =
    charter.kind === 'retrospective'
      ? [{ text: 'Nobody had agreed beforehand what would count: this looks back.', rank: 0 }]
      : [];
  const madeUp: Piece[] = figures.synthetic ? [{ text: 'Made up, for demonstration.', rank: 0 }] : [];
  if (lead === undefined) {
    const none = 'No outcome could be judged, so we cannot tell whether anything became better or worse.';
    return fitWords([...madeUp, { text: none, rank: 0 }, ...sayUnseen(charter, figures), ...hindsight], MOST_WORDS);
  }
  return fitWords(
    [
      ...madeUp,
      ...sayLead(charter, figures, lead),
      ...sayOthers(judged, lead),
      ...sayWorseGuards(figures),
      { text: saySmallestShortly(lead), rank: 0 },
      ...(certaintyOf(lead) === 'clear' ? [{ text: 'This does not show that the pilot caused it.', rank: 0 }] : []),
      ...sayUnseen(charter, figures),
      ...hindsight,
    ],
    MOST_WORDS,
  );
}

/** Outcomes with a figure, those that crossed first, then primary ones, as the charter has them. */
function leads(judged: readonly OutcomeFigures[]): OutcomeFigures[] {
  const weight = ({ state, role }: OutcomeFigures): number =>
    (state === 'harm boundary crossed' ? 0 : state === 'benefit shown' ? 2 : 4) + (role === 'primary' ? 0 : 1);
  return judged
    .filter(({ primary }) => (primary?.percent ?? null) !== null)
    .toSorted((one, other) => weight(one) - weight(other));
}

function sayLead(charter: Charter, figures: EvaluationFigures, lead: OutcomeFigures): Piece[] {
  const { primary } = lead;
  const setting = settingOf(charter, figures, lead);
  const clear = certaintyOf(lead) === 'clear' || certaintyOf(lead) === 'clear alone';
  const range = clear && primary?.interval ? [`Anything from ${sayRange(primary.interval)} fits.`] : [];
  const asMuch = primary?.asMuch ?? null;
  const noun = groupNoun(setting);
  const beside = asMuch === null ? 'No comparison could be asked the same.' : sayBeside(asMuch, noun);
  const alone = certaintyOf(lead) === 'clear alone' ? ['Among so many outcomes that could be chance.'] : [];
  // Where others crossed the same boundary, they are named together with it.
  const alike = figures.outcomes.some(
    (other) => other !== lead && other.role !== 'context' && other.state === lead.state,
  );
  const called = alike ? null : sayCalled(lead);
  return [sayFigure(lead), ...range, beside, ...alone, ...(called === null ? [] : [called])].map((text) => ({
    text,
    rank: 0,
  }));
}

/** "Of 351 comparison pairs, none moved as much." */
function sayBeside({ moved, of }: { moved: number; of: number }, noun: string): string {
  const several = noun.startsWith('group of') ? noun.replace('group', 'groups') : `${noun}s`;
  const count = moved === 0 ? 'none' : numberWord(moved);
  return `Of ${wholeNumber(of)} comparison ${of === 1 ? noun : several}, ${count} moved as much.`;
}

/** The other outcomes, shortly: what crossed, what is clear, what cannot be told with its ranges, what was refused. */
function sayOthers(judged: readonly OutcomeFigures[], lead: OutcomeFigures): Piece[] {
  const several = new Set(judged.map(({ group }) => group)).size > 1;
  const name = ({ title, group }: OutcomeFigures): string =>
    several && group !== lead.group ? `${withinSentence(title)} in ${group}` : withinSentence(title);
  const withRange = (outcome: OutcomeFigures): string => {
    const interval = outcome.primary?.interval ?? null;
    return interval === null ? name(outcome) : `${name(outcome)} (${sayRange(interval)})`;
  };
  const of = (...states: OutcomeFigures['state'][]) =>
    judged.filter((outcome) => outcome !== lead && outcome.primary !== null && states.includes(outcome.state));
  const called = (state: OutcomeFigures['state'], say: (list: string) => string): Piece[] => {
    const others = of(state);
    if (others.length === 0) return [];
    const first = lead.state === state ? [name(lead)] : [];
    const [text, shorter] = [withRange, name].map((each) => say(andList([...first, ...others.map(each)])));
    return [{ text: text ?? '', shorter: shorter ?? '', rank: 1 }];
  };
  const open = of('continue', 'cannot tell');
  const refused = judged.filter(({ primary }) => primary === null);
  return [
    ...called('harm boundary crossed', (list) => `Harm was called on ${list}.`),
    ...called('benefit shown', (list) => `Benefit was shown on ${list}.`),
    ...(open.length === 0
      ? []
      : [
          {
            text: `We cannot tell for ${andList(open.map(withRange))}.`,
            shorter: `We cannot tell for ${open.length > 3 ? `${numberWord(open.length)} other outcomes` : andList(open.map(name))}.`,
            rank: 1,
          },
        ]),
    ...(refused.length === 0 ? [] : [sayRefused(refused.map(name))]),
  ];
}

function sayRefused(names: readonly string[]): Piece {
  const shorter = `No figure could be given of ${countWords(names.length, 'outcome')}.`;
  return { text: `No figure could be given of ${andList(names)}.`, shorter, rank: 1 };
}

/** Service measures that fell further than the charter allows. */
function sayWorseGuards({ guards }: EvaluationFigures): Piece[] {
  const worse = guards.filter(({ state }) => state === 'worse');
  if (worse.length === 0) return [];
  const list = andList(worse.map(({ areaName, title }) => `${withinSentence(title)} in ${areaName}`));
  return [{ text: `By the charter this fell too far: ${list}.`, rank: 1 }];
}
