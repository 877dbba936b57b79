import type { DisclosureRule } from '../../../lib/disclosure/index.ts';
import { BOROUGH_MONTHS } from './borough-months.ts';
import { BOROUGH_YEARS } from './borough-years.ts';
import { WARD_MONTHS } from './ward-months.ts';
import { WARD_YEARS } from './ward-years.ts';

/** Every rule for crime figures there was and is, in the order in which they are worked; a new one is added at the end. */
export const CRIME_RULES: readonly DisclosureRule[] = [WARD_MONTHS, WARD_YEARS, BOROUGH_MONTHS, BOROUGH_YEARS];
