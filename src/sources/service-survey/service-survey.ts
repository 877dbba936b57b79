import { knowsPlainCsv } from '../plain-csv/plain-columns.ts';
import type { TextSource } from '../text-source.ts';
import { readServiceSurvey } from './read-service-survey.ts';

const TITLE = 'a survey with how many were asked';

/** Estimates of a survey with how many were asked: one row for each quarter, area and question. */
export const SERVICE_SURVEY: TextSource = {
  kind: 'service-survey',
  title: TITLE,
  reads: 'a survey with its numbers (month, area, question, share, asked, design_effect, months_asked)',
  knows: knowsPlainCsv(TITLE, {
    about: ['month', 'area', 'question'],
    counts: ['share', 'asked', 'design_effect', 'months_asked'],
  }),
  read: (text, { now }) => readServiceSurvey(text, now),
};
