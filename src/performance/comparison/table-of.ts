import { monthName } from '../../lib/calendar/month.ts';
import { andList } from '../../ui/and-list.ts';
import type { ComparisonRow, ComparisonTable, MeasureSet, MonthlyFigures, PerformanceArea } from '../model.ts';
import type { Periods } from '../periods/previous-period.ts';
import { areAlike, sameLength, sayDifferences } from '../periods/say-differences.ts';
import { exceptionsIn } from './exceptional-months.ts';
import { isJudgedByYears } from './judged-by-years.ts';
import { answerText, sayAnswer } from './say-answer.ts';

/** Puts compared rows together with what is to be said of the whole. */
export function tableOf({
  area,
  set,
  periods,
  rows,
  figures,
}: {
  area: PerformanceArea;
  set: MeasureSet;
  periods: Periods;
  rows: ComparisonRow[];
  figures: readonly MonthlyFigures[];
}): ComparisonTable {
  const compared = rows.filter(({ missing }) => missing === null);
  const used = figures.filter(({ measure }) => compared.some(({ measureName }) => measureName === measure));
  const vintages = [...new Set(compared.flatMap(({ vintage }) => vintage ?? []))].toSorted();
  return {
    kind: 'table',
    area,
    set: { name: set.name, title: set.title, version: set.version, from: set.from },
    periods,
    vintage: vintages.length === 0 ? null : vintages.join(' and '),
    sources: [...new Set(used.flatMap(({ files }) => files))].toSorted(),
    synthetic: used.some(({ synthetic }) => synthetic),
    compares: sameLength(periods) ? 'counts' : 'daily rates',
    rows,
    answer: answerText(sayAnswer({ area, rows }, 'years')),
    countsAnswer: answerText(sayAnswer({ area, rows }, 'counts')),
    remarks: [
      ...sayDifferences(periods),
      ...sayExceptions(periods),
      ...sayRows(compared, periods),
      ...sayVintages(vintages),
    ],
  };
}

function sayExceptions({ current, previous }: Periods): string[] {
  return [current, previous].flatMap((period) =>
    exceptionsIn(period).map(
      ({ from, to, because }) =>
        `${period.label} has months with ${because} (${monthName(from)} to ${monthName(to)}), which bring changes of their own.`,
    ),
  );
}

function sayRows(compared: readonly ComparisonRow[], periods: Periods): string[] {
  const doubtful = compared.filter((row) => row.doubtful.length > 0);
  const months = [...new Set(doubtful.flatMap((row) => row.doubtful))].toSorted();
  const alone = compared.filter((row) => !isJudgedByYears(row) && !row.smallNumbers);
  const whole = compared.flatMap(({ forceWide }) => forceWide ?? []);
  const files = [...new Set(whole.flatMap((each) => each.files))].toSorted();
  return [
    ...(doubtful.length === 0
      ? []
      : [
          `Much of what happened seems to be lacking in ${andList(months.map(monthName))}: read ${andList(doubtful.map(({ measure }) => measure))} with care.`,
        ]),
    ...(compared.some(({ backCast }) => backCast)
      ? ['Before May 2022 these wards did not exist as they are: the publisher counted earlier months again for them.']
      : []),
    ...sayAlone(alone, periods),
    ...(whole.length > 0
      ? [
          `The force is the sum of its 32 boroughs${files.length === 0 ? '' : `, from ${andList(files)}`}; what could not be placed in a borough, and the airports, are not in it.`,
        ]
      : []),
  ];
}

function sayAlone(alone: readonly ComparisonRow[], periods: Periods): string[] {
  if (alone.length === 0) return [];
  if (!areAlike(periods)) {
    return [
      'Earlier years do not tell how much periods so unlike each other usually differ: every row is judged on the counts alone, which takes what a season, a shorter time or other years bring for a change. Choose the same months of two years for more.',
    ];
  }
  return [
    `Too few earlier years are held to tell what years usually bring for ${andList(alone.map(({ measure }) => measure))}: judged on the counts alone.`,
  ];
}

function sayVintages(vintages: readonly string[]): string[] {
  if (vintages.length < 2) return [];
  return [`Rows come from several vintages (${andList(vintages)}); within a row both periods are of one.`];
}
