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
      const parts: EstimateParts = {
        shares,
        asked: of('asked'),
        worth: of('worth'),
        months: of('months'),
        quarter: false,
      };
      return rowOf({ question: slug, title, areaName: part.name, decimals: 1 }, parts, periods);
    }),
  );
  const attitude = ATTITUDE.flatMap(({ name, title }) =>
    held.parts.flatMap((part) => {
      const shares = take(name, part);
      if (shares === null) return [];
      const parts: EstimateParts = { shares, asked: null, worth: null, months: null, quarter: true };
      return rowOf({ question: name, title, areaName: part.name, decimals: 0 }, parts, periods);
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
  quarter: boolean;
}

function rowOf(
  about: Pick<SurveyRow, 'question' | 'title' | 'areaName' | 'decimals'>,
  parts: EstimateParts,
  periods: Periods,
): SurveyRow[] {
  const current = lastIn(parts, periods.current);
  if (current === null) return [];
  const previous = lastIn(parts, periods.previous);
  return [{ ...about, current, previous, ...compared(current, previous, about.decimals) }];
}

/** The last estimate made in a period; null where there is none. */
function lastIn({ shares, asked, worth, months, quarter }: EstimateParts, { from, to }: Period): SurveyEstimate | null {
  for (let month: Month = to; month >= from; month = addMonths(month, -1)) {
    const share = valueIn(shares, month);
    if (share === null) continue;
    const estimate = {
      month,
      share,
      quarter,
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
  decimals: SurveyRow['decimals'],
): Pick<SurveyRow, 'difference' | 'interval' | 'verdict' | 'words'> {
  if (previous === null) return { ...NOT_COMPARED, words: 'Not compared: no estimate of the period before is held.' };
  const difference = current.share - previous.share;
  const [now, before] = [current.worth ?? current.asked, previous.worth ?? previous.asked];
  if (now === null || before === null) {
    return {
      difference,
      interval: null,
      verdict: 'margin unknown',
      words: `Cannot be told from chance: ${sayDifference(difference, decimals)} in ${sayWhenAsked(current)} than in ${sayWhenAsked(previous)}.`,
    };
  }
  const apart = monthsBetween(previous.month, current.month);
  if (current.months !== null && apart < current.months) {
    return {
      ...{ ...NOT_COMPARED, difference },
      words: `Not compared: ${sayDifference(difference, decimals)} than before, but the two were asked in part of the same months.`,
    };
  }
  const { interval } = differenceOfShares(
    { share: current.share, answers: now },
    { share: previous.share, answers: before },
    CRITICAL,
  );
  const plain = current.worth === null || previous.worth === null;
  const { verdict, words } = sayPointsChange(interval, { countsAlone: false });
  return { difference, interval, verdict, words: plain ? `${words} ${PLAIN}` : words };
}

/** Said where the design effect is not known. */
const PLAIN = 'Reckoned as a plain random sample; the true margin is wider.';

const NOT_COMPARED = { difference: null, interval: null, verdict: 'not compared' } as const;

/** "4 points higher", "neither higher nor lower": what "than" may follow. */
function sayDifference(difference: number, decimals: SurveyRow['decimals']): string {
  const points = Math.abs(difference * 100).toFixed(decimals);
  if (Number(points) === 0) return 'neither higher nor lower';
  return `${points} ${points === '1' ? 'point' : 'points'} ${difference > 0 ? 'higher' : 'lower'}`;
}

function valueIn(figures: MonthlyFigures | null, month: Month): number | null {
  return figures === null ? null : (figures.values[monthsBetween(figures.firstMonth, month)] ?? null);
}

/** "the 12 months to March 2024", "the quarter to March 2024", "March 2024". */
export function sayWhenAsked({ month, months, quarter }: Pick<SurveyEstimate, 'month' | 'months' | 'quarter'>): string {
  if (quarter) return `the quarter to ${monthName(month)}`;
  return months === null || months === 1 ? monthName(month) : `the ${months} months to ${monthName(month)}`;
}
