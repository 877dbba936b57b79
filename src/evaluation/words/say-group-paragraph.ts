import { andList } from '../../ui/and-list.ts';
import { countWords } from '../../ui/count-words.ts';
import { numberWord } from '../../ui/number-word.ts';
import { wholeNumber } from '../../ui/whole-number.ts';
import { withinSentence } from '../../ui/within-sentence.ts';
import type { Charter } from '../model.ts';
import { certaintyOf } from './certainty.ts';
import { fitWords, type Piece } from './fit-words.ts';
import type { EvaluationFigures, OutcomeFigures, OutcomeSetting } from './model.ts';
import { sayRange } from './say-amount.ts';
import { sayCalledShortly } from './say-called.ts';
import { sayDoubts } from './say-doubts.ts';
import { sayFigure } from './say-figure.ts';
import { groupNoun, groupNouns } from './say-group.ts';
import { saySmallestShortest, saySmallestShortly } from './say-smallest.ts';
import { sayUnseen } from './say-unseen.ts';
import { settingOf } from './setting-of.ts';

/** Most words of the paragraph of a group. */
const MOST_WORDS = 120;

/**
 * One paragraph about one treated group, of at most about 120 words, that begins with its name. It leads with the most
 * telling outcome (one that crossed a boundary, else the primary one that stands out most), with its range, what came of the
 * same question elsewhere and the doubts; then what was called, the other outcomes, the smallest change that could have been
 * seen, and that it looks back. Where it grows too long, the less weighty sentences are shortened, then left out.
 */
export function sayGroupParagraph(charter: Charter, figures: EvaluationFigures, group: string): string {
  const judged = figures.outcomes.filter((outcome) => outcome.group === group && outcome.role !== 'context');
  const lead = mostTelling(judged);
  const must = (text: string, shorter?: string): Piece => ({ text, rank: 0, ...(shorter ? { shorter } : {}) });
  const madeUp = figures.synthetic ? [must('This is made up, for demonstration.')] : [];
  const hindsight =
    charter.kind === 'retrospective'
      ? [
          must(
            'Nobody had agreed beforehand what would count: this looks back.',
            'Nothing was agreed: this looks back.',
          ),
        ]
      : [];
  const guards = { guards: guardsOf(figures, group) };
  if (lead === undefined) {
    const none = `${group}: no outcome could be judged, so we cannot tell whether anything became better or worse.`;
    return fitWords([must(none), ...madeUp, ...sayUnseen(charter, guards), ...hindsight], MOST_WORDS);
  }
  const setting = settingOf(charter, figures, lead);
  const called = sayCalledShortly(lead, setting.outcomesJudged, setting.rule);
  const certainty = certaintyOf(lead);
  return fitWords(
    [
      ...sayLead(lead, setting),
      ...madeUp,
      ...(called === null ? [] : [must(called)]),
      ...(certainty === 'clear alone' && called === null ? [must('Among so many outcomes that could be chance.')] : []),
      ...sayDoubts(lead).map(({ text, shorter }, at) => ({ text, shorter, rank: at })),
      ...sayOthers(judged, lead, setting),
      ...sayWorseGuards(guards),
      must(saySmallestShortly(lead), saySmallestShortest(lead)),
      ...(certainty === 'clear' || called !== null ? [must('This does not show that the pilot caused it.')] : []),
      ...sayUnseen(charter, guards),
      ...hindsight,
    ],
    MOST_WORDS,
  );
}

const guardsOf = ({ guards, groups }: EvaluationFigures, group: string) => {
  const codes = groups.find(({ name }) => name === group)?.areas.map(({ code }) => code) ?? [];
  return guards.filter(({ area }) => codes.includes(area));
};

/** The outcome that the paragraph of its group leads with: one that crossed, harm before benefit; else of the primary ones, or all where none is, the one with the least p. */
export function mostTelling<Figures extends OutcomeFigures>(outcomes: readonly Figures[]): Figures | undefined {
  const given = outcomes.filter(({ role, primary }) => role !== 'context' && primary?.percent != null);
  const crossed = (state: OutcomeFigures['state']) => given.filter((outcome) => outcome.state === state);
  const primary = given.filter(({ role }) => role === 'primary');
  const [first] = [crossed('harm boundary crossed'), crossed('benefit shown'), primary, given].filter(
    ({ length }) => length > 0,
  );
  return first?.toSorted((one, other) => standingOf(one) - standingOf(other))[0];
}

/** The less, the further it stands out; by size where there is no p-value. */
const standingOf = ({ primary }: OutcomeFigures): number =>
  primary?.pValue ?? 1 + 1 / (1 + Math.abs(primary?.percent ?? 0));

function sayLead(lead: OutcomeFigures, setting: OutcomeSetting): Piece[] {
  const { primary } = lead;
  const certainty = certaintyOf(lead);
  const clear = certainty === 'clear' || certainty === 'clear alone';
  const range = clear && primary?.interval ? `Anything from ${sayRange(primary.interval)} fits. ` : '';
  const asMuch = primary?.asMuch ?? null;
  const beside = asMuch === null ? 'No comparison could be asked the same.' : sayBeside(asMuch, setting);
  return [
    {
      text: sayFigure(lead, { named: true }),
      shorter: sayFigure({ ...lead, earlierAverage: null }, { named: true }),
      rank: 0,
    },
    { text: `${range}${beside}`, rank: 0 },
  ];
}

/** "Of 351 other pairs, none moved as far either way." */
function sayBeside({ moved, of }: { moved: number; of: number }, setting: OutcomeSetting): string {
  const noun = of === 1 ? groupNoun(setting) : groupNouns(setting);
  return `Of ${wholeNumber(of)} other ${noun}, ${moved === 0 ? 'none' : numberWord(moved)} moved as far either way.`;
}

/** The other outcomes, shortly: what crossed, what did not, what was refused. */
function sayOthers(judged: readonly OutcomeFigures[], lead: OutcomeFigures, { rule }: OutcomeSetting): Piece[] {
  const name = ({ title }: OutcomeFigures): string => withinSentence(title);
  const withRange = (outcome: OutcomeFigures): string => {
    const interval = outcome.primary?.interval ?? null;
    return interval === null ? name(outcome) : `${name(outcome)} (${sayRange(interval)})`;
  };
  const others = judged.filter((outcome) => outcome !== lead && outcome.primary !== null);
  const called = (state: OutcomeFigures['state'], say: (list: string) => string): Piece[] => {
    const those = others.filter((outcome) => outcome.state === state);
    if (those.length === 0) return [];
    return [{ text: say(andList(those.map(withRange))), shorter: say(sayFew(those.map(name))), rank: 0 }];
  };
  const would = (side: string) => (list: string) => `The boundary of ${side} would have been crossed on ${list} too.`;
  const open = others.filter(({ state }) => state === 'continue' || state === 'cannot tell');
  const refused = judged.filter(({ primary }) => primary === null);
  const crossed = lead.state === 'harm boundary crossed' || lead.state === 'benefit shown';
  return [
    ...called('harm boundary crossed', rule === 'none' ? would('harm') : (list) => `Harm was called on ${list} too.`),
    ...called('benefit shown', rule === 'none' ? would('benefit') : (list) => `Benefit was called on ${list}.`),
    ...sayOpen(open.map(name), crossed),
    ...(refused.length === 0
      ? []
      : [
          {
            text: `No figure could be given of ${andList(refused.map(name))}.`,
            shorter: `No figure could be given of ${countWords(refused.length, 'outcome')}.`,
            rank: 1,
          },
        ]),
  ];
}

/** Up to two names; else how many. */
const sayFew = (names: readonly string[]): string =>
  names.length > 2 ? `${numberWord(names.length)} other outcomes` : andList(names);

/** The outcomes without a crossing, the leading one among them where it has none. */
function sayOpen(others: readonly string[], leadCrossed: boolean): Piece[] {
  const text = leadCrossed
    ? others.length === 1
      ? `For ${others[0]} neither boundary was crossed.`
      : `For the other ${numberWord(others.length)} outcomes neither boundary was crossed.`
    : others.length === 0
      ? 'Neither boundary was crossed.'
      : `For ${others.length === 1 ? 'neither of the two' : `none of the ${numberWord(others.length + 1)}`} outcomes was a boundary crossed.`;
  return leadCrossed && others.length === 0 ? [] : [{ text, rank: 0 }];
}

/** Service measures that fell further than the charter allows. */
function sayWorseGuards({ guards }: Pick<EvaluationFigures, 'guards'>): Piece[] {
  const worse = guards.filter(({ state }) => state === 'worse');
  if (worse.length === 0) return [];
  const list = andList(worse.map(({ areaName, title }) => `${withinSentence(title)} in ${areaName}`));
  return [{ text: `By the charter this fell too far: ${list}.`, rank: 1 }];
}
