import type { Month } from '../../lib/calendar/month.ts';
import { SURVEY_QUESTIONS } from '../../measures/index.ts';
import { reasonCounter } from '../count-reasons.ts';
import { type PlainFigures, readPlainRows, WHOLE } from '../plain-csv/plain-rows.ts';
import { plainWord } from '../plain-csv/plain-word.ts';
import type { TableRow } from '../read-table.ts';
import type { Figure } from '../series-of-figures.ts';
import type { ReadText, RefusedText } from '../text-source.ts';

const QUESTION = plainWord(
  'question',
  SURVEY_QUESTIONS.map(({ slug }) => slug),
);
const SHARE = /^(?:0(?:\.\d{1,9})?|1(?:\.0{1,9})?)$/;
const DESIGN_EFFECT = /^\d{1,2}(?:\.\d{1,6})?$/;
const MOST_MONTHS = 24;

/** What a row estimates; null where it is not said. */
interface Estimate {
  share: number;
  asked: number | null;
  designEffect: number | null;
  months: number;
}

/**
 * Reads estimates of a survey with how many were asked and the design effect, where they are known. A share without the
 * number asked is kept, and has no margin.
 * @param now the present month: later ones are left out
 */
export function readServiceSurvey(text: string, now: Month): ReadText | RefusedText {
  return readPlainRows({ kind: 'service-survey', about: QUESTION, figuresIn, noticesOf }, text, now);
}

function noticesOf(rows: readonly (readonly Figure[])[]) {
  const unasked = rows.filter((each) => each.every(({ category }) => !category.endsWith('/asked')));
  const notices = reasonCounter();
  notices.add('a share without the number of people asked, so its margin is unknown', unasked.length);
  return notices.counts();
}

function figuresIn(row: TableRow): PlainFigures {
  const estimate = readEstimate(row);
  return typeof estimate === 'string' ? estimate : partsOf(estimate);
}

function readEstimate({ value }: TableRow): Estimate | string {
  const [share, asked, designEffect, months] = [
    value('share'),
    value('asked'),
    value('design_effect'),
    value('months_asked'),
  ];
  if (!SHARE.test(share)) return 'no share from 0 to 1, written as 0.56';
  if (asked !== '' && (!WHOLE.test(asked) || Number(asked) === 0))
    return 'asked is no whole number of people, written as 400, and is not empty';
  if (designEffect !== '' && (!DESIGN_EFFECT.test(designEffect) || Number(designEffect) === 0))
    return 'design_effect is no number above 0, written as 1.4, and is not empty';
  if (!WHOLE.test(months) || Number(months) < 1 || Number(months) > MOST_MONTHS)
    return `months_asked is no whole number from 1 to ${MOST_MONTHS}`;
  return {
    share: Number(share),
    asked: asked === '' ? null : Number(asked),
    designEffect: designEffect === '' ? null : Number(designEffect),
    months: Number(months),
  };
}

function partsOf({ share, asked, designEffect, months }: Estimate): [part: string, value: number][] {
  return [
    ['share', share],
    ...(asked === null ? [] : [['asked', asked] satisfies [string, number]]),
    ...(asked === null || designEffect === null ? [] : [['worth', asked / designEffect] satisfies [string, number]]),
    ['months', months],
  ];
}
