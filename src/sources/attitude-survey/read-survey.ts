import type { Month } from '../../lib/calendar/month.ts';
import { CATALOGUE, categoryKey, slug, sumsCategory } from '../../measures/index.ts';
import { asReadText } from '../as-read-text.ts';
import { reasonCounter } from '../count-reasons.ts';
import type { ReasonCount } from '../model.ts';
import { readTable, type Table, type TableRow } from '../read-table.ts';
import { type Figure, seriesOfFigures } from '../series-of-figures.ts';
import { type KeyedRow, settleRepeats } from '../settle-repeats.ts';
import type { ReadText, RefusedText } from '../text-source.ts';
import { readQuarter } from './read-quarter.ts';
import { readShare } from './read-share.ts';
import { surveyBorough } from './survey-borough.ts';

const PUBLISHER = 'pas';
/** The Metropolitan Police's area as the Office for National Statistics codes it. */
const METROPOLITAN = 'E23000001';

/** What a row states, once its quarter, borough and question are read. */
interface Answer {
  figure: Figure;
  /** The figure for the whole force, as it stands in the row. */
  force: string;
}

/**
 * Reads the survey as shares of respondents from 0 to 1, for boroughs and, where all rows of a quarter agree, for the
 * force. Figures stand at the last month of their quarter.
 * @param now the present month: later quarters are left out
 */
export function readSurvey(text: string, now: Month): ReadText | RefusedText {
  const table = readTable(text);
  if (table.kind === 'refused') return table;
  const keyed: KeyedRow<Answer>[] = [];
  for (const row of table.rows) {
    const answer = readAnswer(row, now);
    if (typeof answer === 'string') table.leftOut.add(row, answer);
    else keyed.push(answer);
  }
  const answers = [...settleRepeats(keyed, table.leftOut).values()];
  const { figures: forceFigures, disagreeing } = forForce(answers);
  const series = seriesOfFigures(PUBLISHER, [...answers.map(({ figure }) => figure), ...forceFigures]);
  return asReadText(table, { series, notices: noticesOf(table, answers, disagreeing) });
}

/** What a row states of what, or why it cannot be used. */
function readAnswer(row: TableRow, now: Month): KeyedRow<Answer> | string {
  if (row.value('Survey').toUpperCase() !== 'PAS') return 'a survey other than the Public Attitude Survey (PAS)';
  const month = readQuarter(row.value('Date'));
  if (month === null) return 'no last day of a quarter, written as 31/3/2015';
  if (month > now) return 'a quarter still to come';
  const borough = surveyBorough(row.value('Borough'));
  if (borough === null) return 'no London borough';
  const question = row.value('Measure');
  if (slug(question) === '') return 'no question';
  const category = categoryKey(PUBLISHER, question);
  const key = `${month} ${borough.code} ${category}`;
  const value = readShare(row.value('Proportion'));
  if (value === null) return { row, key, stated: { unreadable: 'no share from 0 to 1, written as 0,56' } };
  const figure: Figure = { category, areaCode: borough.code, boundaryVersion: 'boroughs-2022', month, value };
  return { row, key, stated: { figure, force: row.value('MPS') } };
}

/** The force's figures: every row of a quarter and question repeats it, and where rows differ there is none. */
function forForce(answers: readonly Answer[]): { figures: Figure[]; disagreeing: number } {
  const stated = new Map<string, { figure: Figure; texts: Set<string> }>();
  for (const { figure, force } of answers) {
    const key = `${figure.month} ${figure.category}`;
    const entry = stated.get(key) ?? { figure, texts: new Set() };
    stated.set(key, entry);
    entry.texts.add(force);
  }
  const figures: Figure[] = [];
  let disagreeing = 0;
  for (const { figure, texts } of stated.values()) {
    const [text = ''] = texts;
    const value = texts.size === 1 ? readShare(text) : null;
    if (value === null) disagreeing += 1;
    else figures.push({ ...figure, areaCode: METROPOLITAN, boundaryVersion: 'police-forces', value });
  }
  return { figures, disagreeing };
}

function noticesOf(table: Table, answers: readonly Answer[], disagreeing: number): ReasonCount[] {
  const notices = reasonCounter();
  notices.add(
    'a quarter and question whose figure for the whole force is not one share that all rows give: no value for the force',
    disagreeing,
  );
  const unnamed = table.columns.flatMap((column, at) => (column === '' ? [at] : []));
  for (const { line, fields } of table.rows) {
    const stray = unnamed.flatMap((at) => (fields[at] ? [`"${fields[at].slice(0, 40)}"`] : []));
    notices.add(`cells in columns without a name, not used: ${stray.join(', ')} on line ${line}`, stray.length);
  }
  for (const category of new Set(answers.map(({ figure }) => figure.category))) {
    if (!CATALOGUE.some((measure) => sumsCategory(measure, category)))
      notices.add(`a question no measure holds yet: ${category.split('/').at(-1)}`);
  }
  return notices.counts();
}
