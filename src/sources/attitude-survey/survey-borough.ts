import { type Area, boroughByName } from '../../geography/index.ts';
import { slug } from '../../measures/index.ts';

/** Borough names of the survey that are no official name however it is written; by slug. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['barking', 'Barking and Dagenham'],
  ['city-of-westminster', 'Westminster'],
  ['hammersmith', 'Hammersmith and Fulham'],
  ['hammersmith-fulham', 'Hammersmith and Fulham'],
  ['kensington', 'Kensington and Chelsea'],
  ['kensington-chelsea', 'Kensington and Chelsea'],
  ['barking-dagenham', 'Barking and Dagenham'],
  ['kingston', 'Kingston upon Thames'],
  ['kingston-on-thames', 'Kingston upon Thames'],
  ['richmond', 'Richmond upon Thames'],
  ['richmond-on-thames', 'Richmond upon Thames'],
]);

/** The borough a row of the survey is about; null for a name that is none. */
export function surveyBorough(name: string): Area | null {
  return boroughByName(ALIASES.get(slug(name)) ?? name);
}
