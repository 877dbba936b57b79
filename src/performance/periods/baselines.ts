import type { Month } from '../../lib/calendar/month.ts';

/** A fixed time that later ones are compared with. */
export interface Baseline {
  /** As asked: "pre-pandemic". */
  name: string;
  title: string;
  /** The last month that belongs to it. */
  lastMonth: Month;
  /** Why it ends there. */
  because: string;
  /** Day from which it is offered. */
  from: string;
}

/** Baselines by name; a wrong date is corrected by a further entry from a later day, never by changing one. */
export const BASELINES: readonly Baseline[] = [
  {
    name: 'pre-pandemic',
    title: 'before the pandemic',
    lastMonth: '2020-02',
    because:
      'Restrictions on leaving home began in England on 26 March 2020, so February 2020 is the last whole month without them.',
    from: '2020-04-01',
  },
];

/** The baseline of a name on a day, the latest where it was corrected; null where there is none. */
export function findBaseline(name: string, asAt: string): Baseline | null {
  const wanted = name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');
  return BASELINES.findLast((each) => each.name === wanted && each.from <= asAt) ?? null;
}
