import { ATTITUDE_SURVEY_MEASURES } from './catalogue/attitude-survey-measures.ts';
import { DEPRIVATION_MEASURES } from './catalogue/deprivation-measures.ts';
import { ETHNICITY_MEASURES } from './catalogue/ethnicity-measures.ts';
import { HARM_MEASURES } from './catalogue/harm-measures.ts';
import { KNIFE_MEASURES } from './catalogue/knife-measures.ts';
import { LSOA_MEASURES } from './catalogue/lsoa-measures.ts';
import { MPS_MEASURES } from './catalogue/mps-measures.ts';
import { OUTCOME_MEASURES } from './catalogue/outcome-measures.ts';
import { POPULATION_MEASURES } from './catalogue/population-measures.ts';
import { PROFILES_MEASURES } from './catalogue/profiles-measures.ts';
import { SERVICE_MEASURES } from './catalogue/service-measures.ts';
import { STOP_AND_SEARCH_MEASURES } from './catalogue/stop-and-search-measures.ts';
import { STREET_MEASURES } from './catalogue/street-measures.ts';
import { VAWG_MEASURES } from './catalogue/vawg-measures.ts';
import { VICTIM_MEASURES } from './catalogue/victim-measures.ts';
import { WARD_ATLAS_MEASURES } from './catalogue/ward-atlas-measures.ts';
import { WARD_OFFICER_MEASURES } from './catalogue/ward-officer-measures.ts';
import type { Measure } from './model.ts';

/** Every measure there is, in the order in which they are shown. */
export const CATALOGUE: readonly Measure[] = [
  ...MPS_MEASURES,
  ...HARM_MEASURES,
  ...KNIFE_MEASURES,
  ...VAWG_MEASURES,
  ...STREET_MEASURES,
  ...STOP_AND_SEARCH_MEASURES,
  ...OUTCOME_MEASURES,
  ...LSOA_MEASURES,
  ...ATTITUDE_SURVEY_MEASURES,
  ...WARD_OFFICER_MEASURES,
  ...POPULATION_MEASURES,
  ...DEPRIVATION_MEASURES,
  ...ETHNICITY_MEASURES,
  ...WARD_ATLAS_MEASURES,
  ...PROFILES_MEASURES,
  ...SERVICE_MEASURES,
  ...VICTIM_MEASURES,
];

/** The measure of a name; null when there is none. */
export function findMeasure(name: string): Measure | null {
  return CATALOGUE.find((measure) => measure.name === name) ?? null;
}

/**
 * The measure of a name.
 * @throws RangeError naming it when there is none
 */
export function requireMeasure(name: string): Measure {
  const measure = findMeasure(name);
  if (!measure) throw new RangeError(`There is no measure "${name}": "wardroom measure list" names them.`);
  return measure;
}
