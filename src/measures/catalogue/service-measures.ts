import type { Measure } from '../model.ts';
import { ASB_CALL_MEASURES } from './asb-call-measures.ts';
import { BACKLOG_MEASURES } from './backlog-measures.ts';
import { BURGLARY_ATTENDANCE_MEASURES } from './burglary-attendance-measures.ts';
import { CHARGE_MEASURES } from './charge-measures.ts';
import { CRIME_OUTCOME_MEASURES } from './crime-outcome-measures.ts';
import { RECORDED_COUNT_MEASURES } from './recorded-count-measures.ts';
import { RESPONSE_TIME_MEASURES } from './response-time-measures.ts';
import { SERVICE_SURVEY_MEASURES } from './service-survey-measures.ts';

/** Measures of the service the police give and report on themselves; each comes with a plain CSV. */
export const SERVICE_MEASURES: readonly Measure[] = [
  ...RECORDED_COUNT_MEASURES,
  ...BURGLARY_ATTENDANCE_MEASURES,
  ...RESPONSE_TIME_MEASURES,
  ...SERVICE_SURVEY_MEASURES,
  ...CRIME_OUTCOME_MEASURES,
  ...CHARGE_MEASURES,
  ...BACKLOG_MEASURES,
  ...ASB_CALL_MEASURES,
];
