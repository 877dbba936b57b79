import type { TextSource } from '../text-source.ts';
import { readSurvey } from './read-survey.ts';

const COLUMNS = ['Date', 'Survey', 'Borough', 'Measure', 'Proportion', 'MPS'];

/** The Public Attitude Survey by borough and quarter: one row for each quarter, borough and question. */
export const ATTITUDE_SURVEY: TextSource = {
  kind: 'attitude-survey',
  title: 'Public Attitude Survey by borough and quarter',
  reads: 'the Public Attitude Survey by borough',
  knows: (head) => head.kind === 'csv' && COLUMNS.every((column) => head.columns.includes(column)),
  read: (text, { now }) => readSurvey(text, now),
};
