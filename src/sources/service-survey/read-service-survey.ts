import type { Month } from '../../lib/calendar/month.ts';
import { categoryKey, SURVEY_QUESTIONS } from '../../measures/index.ts';
import { asReadText } from '../as-read-text.ts';
import { reasonCounter } from '../count-reasons.ts';
import { boroughOrForce } from '../plain-csv/plain-area.ts';
import { plainMonth } from '../plain-csv/plain-month.ts';
import { readTable, type TableRow } from '../read-table.ts';
import { type Figure, seriesOfFigures } from '../series-of-figures.ts';
import { type KeyedRow, settleRepeats } from '../settle-repeats.ts';
import type { ReadText, RefusedText } from '../text-source.ts';

const PUBLISHER = 'service-survey';
const QUESTIONS: readonly string[] = SURVEY_QUESTIONS.map(({ slug }) => slug);
const SHARE = /^(?:0(?:\.\d{1,9})?|1(?:\.0{1,9})?)$/;
const WHOLE = /^\d{1,9}$/;
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
  const table = readTable(text);
  if (table.kind === 'refused') return table;
  const keyed: KeyedRow<Figure[]>[] = [];
  for (const row of table.rows) {
    const read = readRow(row, now);
    if (typeof read === 'string') table.leftOut.add(row, read);
    else keyed.push(read);
  }
  const rows = [...settleRepeats(keyed, table.leftOut).values()];
  const without = (part: string) => rows.filter((each) => each.every(({ category }) => !category.endsWith(part)));
  const notices = reasonCounter();
  notices.add('a share without the number of people asked, so its margin is unknown', without('/asked').length);
  const advice = 'correct it and import it again';
  return asReadText(table, { series: seriesOfFigures(PUBLISHER, rows.flat()), notices: notices.counts() }, advice);
}

/** The figures of a row, or why it cannot be used. */
function readRow(row: TableRow, now: Month): KeyedRow<Figure[]> | string {
  const when = plainMonth(row.value('month'), now);
  if ('because' in when) return when.because;
  const area = boroughOrForce(row.value('area'));
  if (area === null) return 'no London borough and no police force, by name or code';
  const question = row.value('question').toLowerCase();
  if (!QUESTIONS.includes(question)) return `no question this file can bring: ${QUESTIONS.join(', ')}`;
  const key = `${when.month} ${area.areaCode} ${question}`;
  const estimate = readEstimate(row);
  if (typeof estimate === 'string') return { row, key, stated: { unreadable: estimate } };
  const stated = partsOf(estimate).map(([part, value]): Figure => {
    const category = categoryKey(PUBLISHER, question, part);
    return { category, areaCode: area.areaCode, boundaryVersion: area.version, month: when.month, value };
  });
  return { row, key, stated };
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
