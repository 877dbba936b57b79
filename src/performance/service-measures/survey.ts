import { addMonths, type Month, monthName, monthsBetween } from '../../lib/calendar/month.ts';
import { normalQuantile } from '../../lib/statistics/distributions/index.ts';
import { differenceOfShares, shareInterval } from '../../lib/statistics/shares/index.ts';
import { CATALOGUE, SURVEY_QUESTIONS } from '../../measures/index.ts';
import type { MonthlyFigures, PerformanceArea, Period } from '../model.ts';
import type { Periods } from '../periods/previous-period.ts';
import type { Built } from './built.ts';
import type { SurveyEstimate, SurveyRow, SurveySection } from './model.ts';
import { sayPointsChange } from './say-points.ts';
import { figuresAt, type ServiceFigures, sayNoFile } from './service-figures.ts';

const CRITICAL = normalQuantile(0.975);
/** Questions of the Public Attitude Survey as published. */
const ATTITUDE = CATALOGUE.filter(({ name }) => name.startsWith('survey-'));

/**
 * What people said when asked: the last estimate made in each period, with its margin where it is known how many were
 * asked. Each official area apart, since surveys of several are not summed.
 */
export function survey(held: ServiceFigures, periods: Periods): Built<SurveySection> {
  const used: MonthlyFigures[] = [];
  const take = (measure: string, part: PerformanceArea): MonthlyFigures | null => {
    const found = figuresAt(held.figures, measure, part);
    if (found !== null) used.push(found);
    return found;
  };
  const rows = SURVEY_QUESTIONS.flatMap(({ slug, title }) =>
    held.parts.flatMap((part) => {
      const of = (what: string) => take(`service-survey-${slug}-${what}`, part);
      const shares = of('share');
      if (shares === null) return [];
      const parts: EstimateParts = { shares, asked: of('asked'), worth: of('worth'), months: of('months') };
      return rowOf({ question: slug, title, areaName: part.name }, parts, periods);
    }),
  );
  const attitude = ATTITUDE.flatMap(({ name, title }) =>
    held.parts.flatMap((part) => {
      const shares = take(name, part);
      if (shares === null) return [];
      const parts: EstimateParts = { shares, asked: null, worth: null, months: null };
      return rowOf({ question: name, title, areaName: part.name }, parts, periods);
    }),
  );
  if (rows.length + attitude.length > 0) return { section: { kind: 'survey', rows, attitude }, used };
  if (used.length === 0) return { because: sayNoFile(held.area, 'estimates of a survey') };
  return { because: `No estimate of a survey was made in ${periods.current.label}: choose an earlier period.` };
}

interface EstimateParts {
  shares: MonthlyFigures;
  asked: MonthlyFigures | null;
  worth: MonthlyFigures | null;
  months: MonthlyFigures | null;
}

function rowOf(
  about: Pick<SurveyRow, 'question' | 'title' | 'areaName'>,
  parts: EstimateParts,
  periods: Periods,
): SurveyRow[] {
  const current = lastIn(parts, periods.current);
  if (current === null) return [];
  const previous = lastIn(parts, periods.previous);
  return [{ ...about, current, previous, ...compared(current, previous) }];
}

/** The last estimate made in a period; null where there is none. */
function lastIn({ shares, asked, worth, months }: EstimateParts, { from, to }: Period): SurveyEstimate | null {
  for (let month: Month = to; month >= from; month = addMonths(month, -1)) {
    const share = valueIn(shares, month);
    if (share === null) continue;
    const estimate = {
      month,
      share,
      asked: valueIn(asked, month),
      worth: valueIn(worth, month),
      months: valueIn(months, month),
    };
    const answers = estimate.worth ?? estimate.asked;
    return { ...estimate, interval: answers === null ? null : shareInterval(share, answers, CRITICAL) };
  }
  return null;
}

function compared(
  current: SurveyEstimate,
  previous: SurveyEstimate | null,
): Pick<SurveyRow, 'difference' | 'interval' | 'words'> {
  if (previous === null)
    return { difference: null, interval: null, words: 'Not compared: no estimate of the period before is held.' };
  const difference = current.share - previous.share;
  const [now, before] = [current.worth ?? current.asked, previous.worth ?? previous.asked];
  if (now === null || before === null) {
    return {
      difference,
      interval: null,
      words: `Margin unknown: ${sayDifference(difference)}, which cannot be told from chance.`,
    };
  }
  const apart = monthsBetween(previous.month, current.month);
  if (current.months !== null && apart < current.months) {
    return {
      ...{ difference, interval: null },
      words: `Not compared: ${sayDifference(difference)}, but the two were asked in part of the same months.`,
    };
  }
  const { interval } = differenceOfShares(
    { share: current.share, answers: now },
    { share: previous.share, answers: before },
    CRITICAL,
  );
  const plain = current.worth === null || previous.worth === null;
  const { words } = sayPointsChange(interval, { countsAlone: false });
  return { difference, interval, words: plain ? `${words} ${PLAIN}` : words };
}

/** Said where the design effect is not known. */
const PLAIN = 'Reckoned as a plain random sample; the true margin is wider.';

function sayDifference(difference: number): string {
  const points = Math.abs(difference * 100);
  if (points < 0.05) return 'as high as before';
  return `${points.toFixed(1)} points ${difference > 0 ? 'higher' : 'lower'}`;
}

function valueIn(figures: MonthlyFigures | null, month: Month): number | null {
  return figures === null ? null : (figures.values[monthsBetween(figures.firstMonth, month)] ?? null);
}

/** "76.0%, between 71.2% and 80.1%"'s month: "the 12 months to March 2024", "March 2024". */
export function sayWhenAsked({ month, months }: Pick<SurveyEstimate, 'month' | 'months'>): string {
  return months === null || months === 1 ? monthName(month) : `the ${months} months to ${monthName(month)}`;
}
