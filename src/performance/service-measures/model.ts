import type { Month } from '../../lib/calendar/month.ts';
import type { BandedPercentile } from '../../lib/statistics/shares/index.ts';
import type { ComparisonRow, PerformanceArea, Verdict } from '../model.ts';
import type { Periods } from '../periods/previous-period.ts';

/** What is measured of the service, in the order in which it is shown. */
export type ServiceSection = 'attendance' | 'response' | 'survey' | 'outcomes' | 'charges' | 'backlog' | 'asb-calls';

/** A section without figures for the place and periods: why, and the kind of file that would bring them. */
export interface Lacking {
  kind: 'lacking';
  because: string;
  /** Folder of the source in `src/sources`, whose README describes the file. */
  source: string;
}

/** So many of so many, as a share with its exact 95 % interval; null of none. Pages show no share of too few. */
export interface ShareFigure {
  successes: number;
  trials: number;
  share: number | null;
  interval: [number, number] | null;
}

/** A share in two periods, and what its change can bear. */
export interface ShareChange {
  current: ShareFigure;
  previous: ShareFigure;
  /** Current less previous, −1 to 1; null where either is of none. */
  difference: number | null;
  /** 95 % of the difference, allowing for how the months of each period differ. */
  interval: [number, number] | null;
  /** How many times more the months vary than chance alone makes them; null where it could not be told: counts alone. */
  dispersion: number | null;
  verdict: Verdict;
  words: string;
}

export interface AttendanceSection {
  kind: 'attendance';
  attended: ShareChange;
}

export interface GradeTimes {
  grade: string;
  title: string;
  /** Minutes aimed at; null for a grade without such an aim. */
  aimMinutes: number | null;
  /** Of the calls whose time is known; one for each of 15 and 60 minutes. */
  within: { minutes: number; change: ShareChange }[];
  /** Calls attended after a time not known. */
  notKnown: { current: number; previous: number };
  /** Where the median and the ninth decile lie, unknown times anywhere. */
  percentiles: { share: number; current: BandedPercentile | null; previous: BandedPercentile | null }[];
}

export interface ResponseSection {
  kind: 'response';
  grades: GradeTimes[];
}

/** An estimate of a survey at the last month it was made in a period. */
export interface SurveyEstimate {
  month: Month;
  share: number;
  /** null where the file does not say. */
  asked: number | null;
  /** Of how many plain answers they are worth; null where it is not known. */
  worth: number | null;
  /** Over how many months people were asked; null where the file does not say. */
  months: number | null;
  /** Published as that of the quarter that ends with the month, whichever months people were asked in. */
  quarter: boolean;
  /** 95 %; null: margin unknown. */
  interval: [number, number] | null;
}

export interface SurveyRow {
  question: string;
  title: string;
  /** An official area: surveys of several boroughs are not summed. */
  areaName: string;
  /** Of a percentage: none where the source itself has none. */
  decimals: 0 | 1;
  current: SurveyEstimate | null;
  previous: SurveyEstimate | null;
  difference: number | null;
  interval: [number, number] | null;
  verdict: Verdict | 'margin unknown' | 'not compared';
  words: string;
}

export interface SurveySection {
  kind: 'survey';
  /** Of the survey that came with how many were asked. */
  rows: SurveyRow[];
  /** Of the Public Attitude Survey as published, which does not say how many. */
  attitude: SurveyRow[];
}

export interface OutcomesOfOffence {
  offence: string;
  title: string;
  recorded: { current: number; previous: number };
  /** Every type, and last those without an outcome yet; their shares add up to one. */
  outcomes: { type: string; title: string; change: ShareChange }[];
}

export interface OutcomesSection {
  kind: 'outcomes';
  offences: OutcomesOfOffence[];
}

export interface ChargesOfOffence {
  offence: string;
  title: string;
  /** The number charged, compared by both tests as any count is. */
  charged: ComparisonRow;
  recorded: { current: number; previous: number };
  /** Charged for each 100 recorded in the same months, a ratio of two counts; null where none was recorded. */
  per100: { current: number | null; previous: number | null };
}

export interface ChargesSection {
  kind: 'charges';
  offences: ChargesOfOffence[];
}

export interface BacklogLevel {
  month: Month;
  open: number;
  byAge: { age: string; title: string; count: number }[];
}

export interface BacklogOfWork {
  work: string;
  title: string;
  opened: number;
  closed: number;
  /** At the end of the period, and at the end of the month before it; the latter null where it is not held. */
  atEnd: BacklogLevel;
  before: BacklogLevel | null;
  /** Open at the end less open before; null where that is not held. */
  growth: number | null;
  /** What the growth is more than opened less closed: not 0 where the file does not balance; null where growth is. */
  unbalanced: number | null;
  words: string;
}

export interface BacklogSection {
  kind: 'backlog';
  works: BacklogOfWork[];
}

export interface CallsSection {
  kind: 'asb-calls';
  /** Compared by both tests, as any count is. */
  calls: ComparisonRow;
}

export type SectionReport<Section> =
  | (Section & { title: string; vintage: string; sources: string[]; synthetic: boolean })
  | (Lacking & { title: string });

/** What is known of the service in an area and two periods, section by section. */
export interface ServiceReport {
  kind: 'report';
  area: PerformanceArea;
  periods: Periods;
  attendance: SectionReport<AttendanceSection>;
  response: SectionReport<ResponseSection>;
  survey: SectionReport<SurveySection>;
  outcomes: SectionReport<OutcomesSection>;
  charges: SectionReport<ChargesSection>;
  backlog: SectionReport<BacklogSection>;
  calls: SectionReport<CallsSection>;
  /** The last month to which there are figures; null where nothing is held. */
  lastMonth: Month | null;
  remarks: string[];
}
