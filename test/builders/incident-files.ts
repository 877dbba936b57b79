import { MADE_WARDS, type MadeWard } from './street-files.ts';

export const SEARCH_HEADER =
  'Type,Date,Part of a policing operation,Policing operation,Latitude,Longitude,Gender,Age range,Self-defined ethnicity,Officer-defined ethnicity,Legislation,Object of search,Outcome,Outcome linked to object of search,Removal of more than just outer clothing';

export const OUTCOME_HEADER =
  'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Outcome type';

/** What a made row of a stop-and-search file says; the rest is as in the official files. */
export interface SearchRow {
  type?: string;
  date?: string;
  at?: MadeWard | readonly [longitude: string, latitude: string] | null;
  age?: string;
  selfDefined?: string;
  officerDefined?: string;
  object?: string;
  outcome?: string;
  linked?: string;
  clothing?: string;
}

/** A stop-and-search CSV with the given rows. */
export function madeSearchFile(rows: readonly SearchRow[]): string {
  return `${[SEARCH_HEADER, ...rows.map(searchLine)].join('\n')}\n`;
}

function searchLine(row: SearchRow): string {
  const { type = 'Person search', date = '2024-01-15T13:00:00+00:00', at = 'barnsbury', age = '18-24' } = row;
  const { selfDefined = 'White - Irish', officerDefined = 'White', object = 'Controlled drugs' } = row;
  const { outcome = 'A no further action disposal', linked = '', clothing = '' } = row;
  const [longitude, latitude] = pointOf(at);
  const act = 'Misuse of Drugs Act 1971 (section 23)';
  const who = [type, date, 'False', '', latitude, longitude, 'Male', age, selfDefined, officerDefined];
  return [...who, act, object, outcome, linked, clothing].join(',');
}

/** What a made row of an outcomes file says; the rest is as in the official files. */
export interface OutcomeRow {
  id?: string;
  month?: string;
  force?: string;
  at?: MadeWard | null;
  type?: string;
}

/** An outcomes CSV with the given rows. */
export function madeOutcomeFile(rows: readonly OutcomeRow[]): string {
  return `${[OUTCOME_HEADER, ...rows.map(outcomeLine)].join('\n')}\n`;
}

function outcomeLine(row: OutcomeRow): string {
  const { id = '', month = '2024-01', force = 'Metropolitan Police Service', at = 'barnsbury' } = row;
  const { type = 'Suspect charged' } = row;
  const [longitude, latitude] = pointOf(at);
  const where = [longitude, latitude, 'On or near Made Street', 'E01000001', 'Made 001A'];
  return [id, month, force, force, ...where, type].join(',');
}

const MIDDLE = 0.005;
const SOUTH = 51.53;

function pointOf(at: SearchRow['at']): readonly [longitude: string, latitude: string] {
  if (at === null || at === undefined) return ['', ''];
  if (typeof at !== 'string') return at;
  return [(MADE_WARDS[at].west + MIDDLE).toFixed(6), (SOUTH + MIDDLE).toFixed(6)];
}
