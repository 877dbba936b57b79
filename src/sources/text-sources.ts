import { AREA_LOOKUP } from './area-lookup/area-lookup-source.ts';
import { ASB_CALLS } from './asb-calls/asb-calls.ts';
import { ATTITUDE_SURVEY } from './attitude-survey/attitude-survey.ts';
import { BACKLOG } from './backlog/backlog.ts';
import { BOROUGH_PROFILES } from './borough-profiles/borough-profiles-source.ts';
import { BURGLARY_ATTENDANCE } from './burglary-attendance/burglary-attendance.ts';
import { CHARGES } from './charges/charges.ts';
import { CRIME_OUTCOMES } from './crime-outcomes/crime-outcomes.ts';
import { DEPRIVATION } from './deprivation/deprivation-source.ts';
import { ETHNICITY } from './ethnicity/ethnicity-sources.ts';
import { HARM_WEIGHTS } from './harm-weights/harm-weights.ts';
import { LSOA_CRIME_COUNTS } from './lsoa-crime-counts/lsoa-crime-counts.ts';
import { MPS_BOROUGH, MPS_WARD } from './mps/mps-sources.ts';
import { MPS_KNIFE } from './mps-knife/mps-knife.ts';
import { MPS_LSOA } from './mps-lsoa/mps-lsoa.ts';
import { MPS_VAWG } from './mps-vawg/mps-vawg.ts';
import { POLICE_API_CRIMES, POLICE_API_NEIGHBOURHOOD } from './police-api/police-api-sources.ts';
import { POPULATION } from './population/population-source.ts';
import { RECORDED_COUNTS } from './recorded-counts/recorded-counts.ts';
import { RESPONSE_TIMES } from './response-times/response-times.ts';
import { SERVICE_SURVEY } from './service-survey/service-survey.ts';
import type { TextSource } from './text-source.ts';
import { VICTIMS_BY_ETHNICITY } from './victims-by-ethnicity/victims-by-ethnicity.ts';
import { WARD_ATLAS } from './ward-atlas/ward-atlas-source.ts';
import { WARD_OFFICER_MINUTES } from './ward-officer-minutes/ward-officer-minutes.ts';
import { WARD_OFFICER_TEAMS } from './ward-officer-teams/ward-officer-teams.ts';
import { WARD_PROFILES } from './ward-profiles/ward-profiles-source.ts';

/** Every kind of text file that is read whole; a file is of the first kind that knows it. */
export const TEXT_SOURCES: readonly TextSource[] = [
  MPS_WARD,
  MPS_BOROUGH,
  MPS_LSOA,
  MPS_KNIFE,
  MPS_VAWG,
  LSOA_CRIME_COUNTS,
  ATTITUDE_SURVEY,
  WARD_OFFICER_MINUTES,
  WARD_OFFICER_TEAMS,
  HARM_WEIGHTS,
  RECORDED_COUNTS,
  BURGLARY_ATTENDANCE,
  RESPONSE_TIMES,
  SERVICE_SURVEY,
  CRIME_OUTCOMES,
  CHARGES,
  BACKLOG,
  ASB_CALLS,
  VICTIMS_BY_ETHNICITY,
  POPULATION,
  ETHNICITY,
  DEPRIVATION,
  WARD_ATLAS,
  WARD_PROFILES,
  BOROUGH_PROFILES,
  AREA_LOOKUP,
  POLICE_API_CRIMES,
  POLICE_API_NEIGHBOURHOOD,
];
