import { monthName } from '../../lib/calendar/month.ts';
import type { EvaluationResult, OutcomeEstimate, OutcomeResult, Standing } from '../model.ts';

/** What a terminal shows of an evaluation, in order: paragraphs, and a table for each group. */
export interface ResultShown {
  paragraph: string;
  groups: readonly { title: string; rows: readonly (readonly string[])[]; besides: readonly string[] }[];
  remarks: readonly string[];
  standing: string;
}

/** Heads of the table of a group. */
export const RESULT_HEADS = ['Outcome', 'Before', 'Gap', 'A month', 'Range', 'As much', 'p', 'Smallest seen', 'State'];

/** Lays an evaluation out for a terminal. */
export function resultShown(result: EvaluationResult): ResultShown {
  return {
    paragraph: result.paragraph,
    groups: result.groups.map(({ name }) => {
      const outcomes = result.outcomes.filter(({ group }) => group === name);
      return {
        title: `${name}${sayJudged(outcomes)}`,
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
  const before = earlierAverage === null ? '–' : whole(earlierAverage);
  if (primary === null) return [title, before, '–', '–', '–', '–', '–', '–', because];
  const { percent, perMonth, interval, asMuch, pValue } = primary;
  return [
    ...[title, before, signed(percent, '%'), signed(perMonth, '')],
    interval === null ? 'cannot be given' : `${signed(interval.low, '%')} to ${signed(interval.high, '%')}`,
    asMuch === null ? '–' : `${whole(asMuch.moved)} of ${whole(asMuch.of)}`,
    pValue === null ? '–' : pValue.toFixed(3),
    smallestSeen === null ? '–' : `${whole(smallestSeen.worse)}% worse, ${whole(smallestSeen.better)}% better`,
    role === 'context' ? 'context only' : state,
  ];
}

const NAMES: Record<OutcomeEstimate['method'], string> = { did: 'DiD', sc: 'SC', difp: 'DIFP', sdid: 'SDID' };

/** Every other estimator beside the one that the state goes by. */
function besideOf({ title, estimates }: OutcomeResult): string {
  const said = (adjoining: OutcomeEstimate['adjoining']) =>
    estimates
      .filter((estimate) => estimate.adjoining === adjoining)
      .map(({ method, percent }) => `${NAMES[method]} ${percent === null ? 'refused' : signed(percent, '%')}`)
      .join(', ');
  return `${title}: ${said('kept')}; without adjoining areas ${said('left out')}`;
}

const whole = (value: number): string => Math.round(value).toLocaleString('en-GB');

function signed(value: number | null, unit: string): string {
  if (value === null) return '–';
  const rounded = Math.round(value);
  return `${rounded > 0 ? '+' : rounded < 0 ? '−' : ''}${Math.abs(rounded).toLocaleString('en-GB')}${unit}`;
}

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
