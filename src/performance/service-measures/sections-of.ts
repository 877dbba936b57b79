import type { ServiceReport } from './model.ts';

/** Any section of the report, held or lacking. */
export type Section = ReturnType<typeof sectionsOf>[number];

/** The sections of a report, in the order in which they are shown. */
export function sectionsOf({ attendance, response, survey, outcomes, charges, backlog, calls }: ServiceReport) {
  return [attendance, response, survey, outcomes, charges, backlog, calls];
}
