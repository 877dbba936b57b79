import type { HourPart } from '../../ui/hours-bar.tsx';
import type { Minutes } from '../reports/model.ts';

/** One step from what was promised to what was kept. */
export interface WaterfallStep {
  name: string;
  minutes: number;
  /** Written before the hours: taken away, added, or neither for a total and what is left. */
  sign: '−' | '+' | '';
  /** Where its bar begins and ends, in minutes from nothing. */
  from: number;
  to: number;
  /** How it is drawn; null for time that was not on duty. */
  part: HourPart | null;
  /** A sum, and no step. */
  total: boolean;
}

/** What is one step where leave is of too few officers to be told apart. */
const OFF_DUTY = 'Not on duty: leave, sickness, adjusted duties or not in a roster';
/** What is taken from the time rostered; steps of nothing are left out. */
const AWAY = [
  { name: 'Elsewhere: breach', of: 'breachMinutes', part: 'breach' },
  { name: 'Elsewhere: exception', of: 'exceptionMinutes', part: 'exception' },
  { name: 'Elsewhere: permitted', of: 'permittedMinutes', part: 'permitted' },
  { name: 'Elsewhere: not ruled', of: 'unruledMinutes', part: 'unruled' },
] as const;

/**
 * The steps from promised to kept, each beginning where the one before it ended. What no roster says is a step of its own, and
 * so is time rostered beyond what was promised.
 * @example
 * waterfallOf(row).at(-1); // { name: 'On the ward, presumed', … }
 */
export function waterfallOf(row: Minutes): WaterfallStep[] {
  const { promisedMinutes: promised, availableMinutes: available } = row;
  let level = promised;
  const taken = (name: string, minutes: number, part: HourPart | null): WaterfallStep[] => {
    if (minutes === 0) return [];
    const [from, to] = [level - minutes, level];
    level -= minutes;
    return [{ name, minutes, sign: '−', from, to, part, total: false }];
  };
  const before = [
    ...taken('Vacant posts', row.vacancyMinutes, null),
    ...taken('Leave, sickness and adjusted duties', row.leaveMinutes ?? 0, null),
  ];
  const unrostered = row.unrosteredMinutes ?? row.offDutyMinutes;
  const rest: WaterfallStep[] =
    unrostered >= 0
      ? taken(row.leaveMinutes === null ? OFF_DUTY : 'In no roster', unrostered, null)
      : [
          {
            name: 'Rostered beyond the promise',
            minutes: -unrostered,
            sign: '+',
            from: level,
            to: available,
            part: null,
            total: false,
          },
        ];
  level = available;
  const away = AWAY.flatMap(({ name, of, part }) => taken(name, row[of], part));
  const sum = (name: string, minutes: number): WaterfallStep => ({
    ...{ name, minutes, sign: '', from: 0, to: minutes, part: null, total: true },
  });
  const kept = (name: string, minutes: number, part: HourPart): WaterfallStep[] =>
    minutes === 0 ? [] : [{ name, minutes, sign: '', from: level - minutes, to: level, part, total: false }];
  const presumed = kept('On the ward, presumed', row.presumedMinutes, 'presumed');
  level -= row.presumedMinutes;
  return [
    sum('Promised', promised),
    ...before,
    ...rest,
    sum('Rostered on the ward', available),
    ...away,
    ...presumed,
    ...kept('On the ward, confirmed', row.confirmedMinutes, 'confirmed'),
  ];
}
