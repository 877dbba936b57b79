import type { ForecastScore } from '../../lib/statistics/forecast/index.ts';
import { countWords } from '../../ui/count-words.ts';
import { wholeNumber } from '../../ui/whole-number.ts';
import type { AreaExpectation } from './model.ts';

/** What is to be expected, the figure first; the rest says against what. */
export interface SaidExpectation {
  figure: string;
  rest: string;
}

/** One area's expectation in words: a range where one can be given, else why none is. */
export function sayExpectation({ forecast, lastYear }: AreaExpectation): SaidExpectation {
  const before = lastYear === null ? '' : `${wholeNumber(lastYear)} in the twelve months before`;
  switch (forecast.kind) {
    case 'shown': {
      const { total, interval } = forecast.year;
      const figure = `Between ${wholeNumber(interval[0])} and ${wholeNumber(interval[1])}, in 95 of 100 such years.`;
      return { figure, rest: `Most likely about ${wholeNumber(total)}${before === '' ? '' : `, after ${before}`}.` };
    }
    case 'not better':
      return {
        figure: 'Nothing better than the year before.',
        rest: `${before === '' ? '' : `There were ${before}. `}${sayWhyNot(forecast.score)}`,
      };
    case 'too short':
      return {
        figure: 'Too little is held.',
        rest:
          forecast.because === 'months'
            ? 'A year is learned from three years of months or more, not all of them none.'
            : 'A forecast is shown only after it was tried on three years held back.',
      };
    case 'no figures':
      return { figure: 'No figures are held.', rest: '' };
  }
}

/** How far forecasts of years held back were off, against the year before. */
export function sayScore({ years, monthlyError, naiveMonthlyError, yearlyError, naiveYearlyError }: ForecastScore) {
  return `Tried on ${countWords(years.length, 'year')} held back, a month’s forecast was off by ${off(monthlyError)} on average and a year’s by ${off(yearlyError)}; the same months of the year before were off by ${off(naiveMonthlyError)} and ${off(naiveYearlyError)}.`;
}

function sayWhyNot(score: ForecastScore): string {
  const [monthly, yearly] = [score.monthlyError < score.naiveMonthlyError, score.yearlyError < score.naiveYearlyError];
  const of = monthly ? 'years' : yearly ? 'months' : 'months and of years';
  return `On ${countWords(score.years.length, 'year')} held back, forecasts of ${of} were further off than the year before.`;
}

/** An error in counts: to one decimal below ten, whole above. */
function off(error: number): string {
  return error < 10 ? error.toFixed(1) : wholeNumber(error);
}
