import { isJudgedByYears } from '../comparison/judged-by-years.ts';
import type { ComparisonRow } from '../model.ts';
import type { ServiceReport, ShareChange, SurveyRow } from './model.ts';
import { sayWhenAsked } from './survey.ts';

/** One figure of the report, flat: what the table of a file and the lines of a command are made of. */
export interface ServiceRow {
  section: string;
  /** Such as a grade, an offence, a question or a kind of work; empty where the section is of one thing. */
  about: string;
  measure: string;
  current: number | null;
  currentOf: number | null;
  previous: number | null;
  previousOf: number | null;
  /** Of the current figure, where it is a share. */
  share: number | null;
  low: number | null;
  high: number | null;
  /** Of the difference of the shares, or of the ratio of the counts. */
  changeLow: number | null;
  changeHigh: number | null;
  words: string;
  /** Of the share as a percentage: none where the source itself has none. */
  decimals: 0 | 1;
}

/** Every figure of the report in order; a section that is lacking has one row that says why. */
export function serviceRows(report: ServiceReport): ServiceRow[] {
  return [
    ...rowsOf(report.attendance, ({ attended }) => [shareRow('', 'Attended', attended)]),
    ...rowsOf(report.response, ({ grades }) => grades.flatMap(gradeRows)),
    ...rowsOf(report.survey, ({ rows, attitude }) => [...rows, ...attitude].map(surveyRow)),
    ...rowsOf(report.outcomes, ({ offences }) =>
      offences.flatMap(({ title, outcomes }) => outcomes.map((each) => shareRow(title, each.title, each.change))),
    ),
    ...rowsOf(report.charges, ({ offences }) => offences.flatMap(chargeRows)),
    ...rowsOf(report.backlog, ({ works }) =>
      works.flatMap(({ title, opened, closed, atEnd, before, words }) => [
        { ...EMPTY, about: title, measure: 'Opened', current: opened, words },
        { ...EMPTY, about: title, measure: 'Closed', current: closed },
        { ...EMPTY, about: title, measure: 'Open at the end', current: atEnd.open, previous: before?.open ?? null },
        ...atEnd.byAge.map((age) => ({
          ...{ ...EMPTY, about: title, measure: `Open for ${age.title}`, current: age.count, currentOf: atEnd.open },
          previous: before?.byAge.find((each) => each.age === age.age)?.count ?? null,
          previousOf: before?.open ?? null,
        })),
      ]),
    ),
    ...rowsOf(report.calls, ({ calls }) => [
      {
        ...{ ...EMPTY, measure: 'Calls', current: calls.current, previous: calls.previous },
        ...ratioEnds(intervalOf(calls)),
        words: calls.words,
      },
    ]),
  ];
}

type Unplaced = Omit<ServiceRow, 'section'>;
type Lacking = { kind: 'lacking'; title: string; because: string };

function rowsOf<Section extends { title: string; kind: string }>(
  section: Section,
  rows: (held: Exclude<Section, { kind: 'lacking' }>) => Unplaced[],
): ServiceRow[] {
  const placed = isLacking(section)
    ? [{ ...EMPTY, measure: 'Not held', words: section.because }]
    : rows(section as Exclude<Section, { kind: 'lacking' }>);
  return placed.map((row) => ({ section: section.title, ...row }));
}

const isLacking = (section: { kind: string }): section is Lacking => section.kind === 'lacking';

const EMPTY: Unplaced = {
  ...{ about: '', measure: '', current: null, currentOf: null, previous: null, previousOf: null },
  ...{ share: null, low: null, high: null, changeLow: null, changeHigh: null, words: '', decimals: 1 },
};

function shareRow(about: string, measure: string, { current, previous, interval, words }: ShareChange): Unplaced {
  return {
    ...{ about, measure, current: current.successes, currentOf: current.trials },
    ...{ previous: previous.successes, previousOf: previous.trials },
    ...{ share: current.share, low: current.interval?.[0] ?? null, high: current.interval?.[1] ?? null },
    ...{ changeLow: interval?.[0] ?? null, changeHigh: interval?.[1] ?? null, words, decimals: 1 },
  };
}

type Grades = Extract<ServiceReport['response'], { kind: 'response' }>['grades'];

function gradeRows({ title, within, percentiles, notKnown }: Grades[number]): Unplaced[] {
  return [
    ...within.map(({ minutes, change }) => shareRow(title, `Within ${minutes} minutes`, change)),
    ...percentiles.map(({ share, current }) => ({
      ...{ ...EMPTY, about: title, measure: `Minutes, ${share === 0.5 ? 'median' : `${share * 100}th percentile`}` },
      ...{ low: current?.above ?? null, high: current?.upTo ?? null },
      words: 'Between the two ends; the bands of the file say no more.',
    })),
    { ...EMPTY, about: title, measure: 'Time not known', current: notKnown.current, previous: notKnown.previous },
  ];
}

type Charges = Extract<ServiceReport['charges'], { kind: 'charges' }>['offences'];

function chargeRows({ title, charged, recorded }: Charges[number]): Unplaced[] {
  return [
    {
      ...{ ...EMPTY, about: title, measure: 'Charged', current: charged.current, previous: charged.previous },
      ...ratioEnds(intervalOf(charged)),
      words: charged.words,
    },
    { ...EMPTY, about: title, measure: 'Recorded in the same months', ...recorded },
  ];
}

function surveyRow({ areaName, title, current, previous, interval, words, decimals }: SurveyRow): Unplaced {
  return {
    ...{
      ...EMPTY,
      about: areaName,
      measure: current === null ? title : `${title}, asked in ${sayWhenAsked(current)}`,
      currentOf: current?.asked ?? null,
      previousOf: previous?.asked ?? null,
    },
    ...{ share: current?.share ?? null, low: current?.interval?.[0] ?? null, high: current?.interval?.[1] ?? null },
    ...{ changeLow: interval?.[0] ?? null, changeHigh: interval?.[1] ?? null, words, decimals },
  };
}

const ratioEnds = (interval: readonly [number, number | null] | null) => ({
  changeLow: interval?.[0] ?? null,
  changeHigh: interval?.[1] ?? null,
});

/** The range that the row's words speak of. */
function intervalOf(row: ComparisonRow): ComparisonRow['ratioInterval'] {
  return isJudgedByYears(row) ? row.dispersedInterval : row.ratioInterval;
}
