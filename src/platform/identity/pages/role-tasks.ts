import type { Role } from '../../access/model.ts';

/** What somebody in a role comes to Wardroom for, in one line. */
export const ROLE_TASKS: Readonly<Record<Role, string>> = {
  command: 'Runs the command unit: approves plans, publications and roles.',
  inspector: 'Runs the wards of a borough: approves postings and problem-solving plans there.',
  analyst: 'Imports public figures, compares ways to share officers out, drafts what is published.',
  sergeant: 'Leads a ward’s team: its duties, its panel and its problem-solving.',
  officer: 'Works in a ward: own duties, the panel’s priorities, problem-solving.',
  specialist: 'Works across the unit: high-harm cases and problem-solving.',
  'professionalism-lead': 'Keeps the records of professionalism and wellbeing.',
  council: 'Works for a council: sees its borough, answers consultations, drafts publications.',
  partner: 'Works for a partner, such as a housing association: sees what is shared with it by name.',
  chair: 'Chairs a ward panel: proposes its priorities and answers consultations.',
  auditor: 'Checks who did what, and why; changes nothing.',
  administrator: 'Adds people and proposes their roles; sees no policing records.',
};
