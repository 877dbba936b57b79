import type { AwayAccount, Minutes } from './model.ts';

/** The figure of a report that each account of time away adds to. */
export const AWAY_FIGURES = {
  exception: 'exceptionMinutes',
  permitted: 'permittedMinutes',
  breach: 'breachMinutes',
  unruled: 'unruledMinutes',
  'rest-day': 'restDayMinutes',
  overtime: 'overtimeMinutes',
} as const satisfies Record<AwayAccount, keyof Minutes>;
