import { ATTITUDE_SURVEY } from './attitude-survey/attitude-survey.ts';
import { LSOA_CRIME_COUNTS } from './lsoa-crime-counts/lsoa-crime-counts.ts';
import { MPS_BOROUGH, MPS_WARD } from './mps/mps-sources.ts';
import { MPS_LSOA } from './mps-lsoa/mps-lsoa.ts';
import type { TextSource } from './text-source.ts';
import { WARD_OFFICER_MINUTES } from './ward-officer-minutes/ward-officer-minutes.ts';

/** Every kind of text file that is read whole; a file is of the first kind that knows it. */
export const TEXT_SOURCES: readonly TextSource[] = [MPS_WARD, MPS_BOROUGH, MPS_LSOA, LSOA_CRIME_COUNTS, ATTITUDE_SURVEY, WARD_OFFICER_MINUTES];
