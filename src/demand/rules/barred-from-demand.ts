import type { Measure } from '../../measures/index.ts';

/** Kinds of measure that must not decide where officers go, each with the reason that is given. */
const BARRED: { names: RegExp; because: string }[] = [
  {
    names: /^(asian|black|mixed|white|other-ethnic-group)-residents$|^residents-aged-|^victims-/,
    because: 'counts people by ethnicity or age, which the Equality Act protects',
  },
  {
    names: /^stop-and-search/,
    because: 'counts what officers did, so that the places searched most would be searched more',
  },
  {
    names: /^(response|burglary-attendance|backlog|service-survey)-/,
    because: 'counts how the police served those who called, not what was asked of them',
  },
  {
    names: /^(crime-outcomes|charges)-/,
    because: 'counts what became of crimes, which are counted already when they are recorded',
  },
  { names: /^outcomes-|-positive-outcomes$/, because: 'counts what officers achieved, not what was asked of them' },
  { names: /^ward-officer-minutes/, because: 'counts the time of the officers who are to be placed' },
];

/**
 * Why a measure must not be weighed in the demand index; null when it may be.
 * @returns a clause that follows the measure's name, without full stop
 * @source Equality Act 2010, section 149, https://www.legislation.gov.uk/ukpga/2010/15/section/149
 */
export function barredFromDemand({ name, adds }: Pick<Measure, 'name' | 'adds'>): string | null {
  if (!adds) return 'has values that do not add up, so a ward has no share of them';
  return BARRED.find(({ names }) => names.test(name))?.because ?? null;
}
