import { OUTCOME_OFFENCES, OUTCOME_TYPES } from '../../measures/index.ts';
import { plainCounts } from '../plain-csv/plain-counts.ts';
import { plainWord } from '../plain-csv/plain-word.ts';

const RECORDED = 'crimes-recorded';
const columnOf = (slug: string): string => slug.replaceAll('-', '_');

/** Crimes recorded in a month and what became of them: one row for each month, area and offence. */
export const CRIME_OUTCOMES = plainCounts({
  kind: 'crime-outcomes',
  title: 'outcomes by offence',
  reads: 'outcomes by offence (month, area, offence, crimes_recorded, a column for each outcome)',
  about: plainWord(
    'offence',
    OUTCOME_OFFENCES.map(({ slug }) => slug),
  ),
  counts: [
    { column: columnOf(RECORDED), slug: RECORDED },
    ...OUTCOME_TYPES.map(({ slug }) => ({ column: columnOf(slug), slug })),
  ],
  contradiction(counts) {
    const recorded = counts.get(RECORDED) ?? 0;
    const outcomes = [...counts.values()].reduce((sum, count) => sum + count, 0) - recorded;
    return outcomes > recorded ? 'more outcomes than crimes recorded, though each crime has one at most' : null;
  },
});
