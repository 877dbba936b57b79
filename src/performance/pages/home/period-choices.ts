import { addMonths, type Month, monthName } from '../../../lib/calendar/month.ts';
import type { Choice } from '../../../ui/select-field.tsx';
import type { Period } from '../../model.ts';
import { financialYearStart } from '../../periods/financial-year.ts';

/** Financial years offered; earlier ones can be written. */
const YEARS = 6;

/** The periods offered: the latest twelve months, the year so far, and financial years, the latest first. */
export function periodChoices(last: Month | null): Choice[] {
  if (last === null) return [{ value: '', text: 'The latest 12 months' }];
  const from = yearOf(last);
  const complete = last.endsWith('-03') ? from : from - 1;
  return [
    { value: `rolling12:${last}`, text: `12 months to ${monthName(last)}` },
    ...(last.endsWith('-03') ? [] : [{ value: `ytd:${last}`, text: `April to ${monthName(last)}` }]),
    ...Array.from({ length: YEARS }, (_, back) => financialYear(complete - back)),
  ];
}

/** What a period may be compared with: the year before, the last time before the pandemic, and financial years. */
export function againstChoices(last: Month | null): Choice[] {
  return [
    { value: '', text: 'A year before' },
    { value: 'baseline:pre-pandemic', text: 'Before the pandemic' },
    ...(last === null ? [] : periodChoices(addMonths(last, -12)).filter(({ value }) => !value.includes(':'))),
  ];
}

/** The choices with the one that was asked for, should it not be among them. */
export function withAsked(choices: readonly Choice[], asked: string | null, text: string = asked ?? ''): Choice[] {
  if (asked === null || asked === '' || choices.some(({ value }) => value === asked)) return [...choices];
  return [{ value: asked, text }, ...choices];
}

/** A period as the head of a column: "2023–24", "Apr 2023 to Dec 2023". */
export function shortPeriod({ from, to }: Pick<Period, 'from' | 'to'>): string {
  if (from.endsWith('-04') && to === `${Number(from.slice(0, 4)) + 1}-03`) return financialYear(yearOf(from)).text;
  return from === to ? short(from) : `${short(from)} to ${short(to)}`;
}

/** The year in which the financial year of a month begins. */
const yearOf = (month: Month): number => Number(financialYearStart(month).slice(0, 4));

function financialYear(begins: number): Choice {
  const ends = String((begins + 1) % 100).padStart(2, '0');
  // A word joiner each side of the dash: a year is not broken over two lines.
  return { value: `${begins}-${ends}`, text: `${begins}\u2060–\u2060${ends}` };
}

const short = (month: Month): string => {
  const [name = '', year = ''] = monthName(month).split(' ');
  return `${name.slice(0, 3)} ${year}`;
};
