import { monthName } from '../../lib/calendar/month.ts';
import { signedNumber } from '../../ui/signed-number.ts';
import { wholeNumber } from '../../ui/whole-number.ts';
import { withinSentence } from '../../ui/within-sentence.ts';
import type { EvaluationResult, OutcomeEstimate, OutcomeResult, Standing } from '../model.ts';
import { METHOD_NAMES } from '../pages/method-names.ts';
import { sayGap, sayGaps } from '../pages/say-figures.ts';

/** What a terminal shows of an evaluation, in order: paragraphs, and a table for each group. */
export interface ResultShown {
  /** That nobody signed, where that is so. */
  before: string | null;
  groups: readonly GroupShown[];
  remarks: readonly string[];
  standing: string;
}

/** What a terminal shows of one group. */
interface GroupShown {
  title: string;
  paragraph: string;
  rows: readonly (readonly string[])[];
  besides: readonly string[];
}

/** Heads of the table of a group. */
export const RESULT_HEADS = [
  ...['Outcome', 'Before', 'Gap', 'A month', 'Range', 'As far either way', 'p', 'Smallest seen', 'State'],
];

/** Lays an evaluation out for a terminal. */
export function resultShown(result: EvaluationResult): ResultShown {
  return {
    before: result.paragraph.startsWith(result.groups[0]?.paragraph ?? '') ? null : (result.remarks[0] ?? null),
    groups: result.groups.map(({ name, paragraph }) => {
      const outcomes = result.outcomes.filter(({ group }) => group === name);
      return {
        title: `${name}${sayJudged(outcomes)}`,
        paragraph,
        rows: outcomes.map(rowOf),
        besides: outcomes.map(besideOf),
      };
    }),
    remarks: result.remarks,
    standing: sayStanding(result.charter.standing, result),
  };
}

function sayJudged(outcomes: readonly OutcomeResult[]): string {
  const judged = outcomes.find((outcome) => outcome.judged !== null)?.judged;
  return judged ? `, ${monthName(judged.from)} to ${monthName(judged.to)}` : '';
}

function rowOf({ title, earlierAverage, primary, smallestSeen, role, state, because }: OutcomeResult): string[] {
  const before = earlierAverage === null ? '–' : wholeNumber(earlierAverage);
  if (primary === null) return [title, before, '–', '–', '–', '–', '–', '–', because];
  const { percent, perMonth, interval, asMuch, pValue } = primary;
  return [
    ...[title, before, gap(percent), perMonth === null ? '–' : signedNumber(Math.round(perMonth))],
    interval === null ? 'cannot be given' : sayGaps(interval.low, interval.high),
    asMuch === null ? '–' : `${wholeNumber(asMuch.moved)} of ${wholeNumber(asMuch.of)}`,
    pValue === null ? '–' : pValue.toFixed(3),
    smallestSeen === null
      ? '–'
      : `${wholeNumber(smallestSeen.worse)}% worse, ${wholeNumber(smallestSeen.better)}% better`,
    role === 'context' ? 'context only' : state,
  ];
}

/** Every other estimator beside the one that the state goes by. */
function besideOf({ title, estimates }: OutcomeResult): string {
  const said = (adjoining: OutcomeEstimate['adjoining']) =>
    estimates
      .filter((estimate) => estimate.adjoining === adjoining)
      .map(
        ({ method, percent }) =>
          `${withinSentence(METHOD_NAMES[method])} ${percent === null ? 'refused' : gap(percent)}`,
      )
      .join(', ');
  return `${title}: ${said('kept')}; without adjoining areas ${said('left out')}`;
}

const gap = (percent: number | null): string => (percent === null ? '–' : sayGap(percent));

const STANDINGS: Record<Standing, string> = {
  retrospective: 'was written after the start: it cannot be signed',
  draft: 'is a draft that nobody has signed',
  'partly signed': 'waits for signatures',
  signed: 'was signed by everybody who was to sign it',
  file: 'is that of a file, which nobody signed here',
};

function sayStanding(standing: Standing, { charter, figures }: EvaluationResult): string {
  const from = figures.files.length > 0 ? `, from ${figures.files.join(' and ')}` : '';
  return `The charter ${charter.name} (${charter.hash.slice(0, 12)}) ${STANDINGS[standing]}. Figures: vintage "${figures.vintage}", ${monthName(figures.from)} to ${monthName(figures.to)}${from}.`;
}
