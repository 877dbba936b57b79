import type { Month } from '../../lib/calendar/month.ts';

/** Months that tell nothing of what years usually bring. */
interface ExceptionalMonths {
  from: Month;
  to: Month;
  /** In the middle of a sentence: "restrictions in the pandemic". */
  because: string;
  source: string;
  /** Day it was entered here: what is compared on any day leaves them out. */
  enteredOn: string;
}

/** The register: left out of what ordinary years bring, never of a comparison somebody asks for. */
export const EXCEPTIONAL_MONTHS: readonly ExceptionalMonths[] = [
  {
    from: '2020-04',
    to: '2021-06',
    because: 'restrictions in the pandemic',
    source:
      'Health Protection (Coronavirus, Restrictions) (England) Regulations 2020 (SI 2020/350), in force from 26 March 2020, and those that followed until 19 July 2021',
    enteredOn: '2021-07-19',
  },
];

/** The register's months that a span of months has any of; none where it has none. */
export function exceptionsIn(span: { from: Month; to: Month }): readonly ExceptionalMonths[] {
  return EXCEPTIONAL_MONTHS.filter(({ from, to }) => from <= span.to && span.from <= to);
}
