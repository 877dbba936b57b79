import { type Random, seededRandom } from '../../../lib/statistics/random.ts';
import type { OrderedBy, Reason } from '../../../ringfence/index.ts';
import type { WardTurn } from './ward-turns.ts';

/** A time that an officer was called away, by London's clock. */
export interface MadeUpAbsence {
  start: string;
  end: string;
  reason: Reason;
  orderedBy: OrderedBy;
  event: string | null;
}

/** What a made-up officer did on a day: nothing on a rest day. */
export type MadeUpDay =
  | { kind: 'rest' }
  | { kind: 'leave'; minutes: number }
  | { kind: 'duty'; start: string; end: string; absences: MadeUpAbsence[] };

/** A named event of a day, as absences name it. */
export interface EventOfDay {
  key: string;
  kind: 'carnival' | 'new-years-eve';
}

const DAY = 86_400_000;
const LEAVE = 0.115;
const AWAY = 0.095;
/** Part of those on duty who are ordered to an event of the day. */
const TO_AN_EVENT = 0.4;

/** What officers are away for, how often, and from when to when in a duty of eight hours: minutes after its start. */
const AWAY_FOR: readonly { reason: Reason; orderedBy: OrderedBy; often: number; from: number; to: number }[] = [
  { reason: 'training', orderedBy: 'training-unit', often: 30, from: 0, to: 480 },
  { reason: 'court-own-case', orderedBy: 'court', often: 9, from: 90, to: 360 },
  { reason: 'staffing-up', orderedBy: 'duty-inspector', often: 15, from: 0, to: 480 },
  { reason: 'aid-force', orderedBy: 'operations-room', often: 11, from: 0, to: 480 },
  { reason: 'aid-unit', orderedBy: 'duty-inspector', often: 6, from: 60, to: 420 },
  { reason: 'constant-watch', orderedBy: 'duty-inspector', often: 8, from: 120, to: 420 },
  { reason: 'scene-guard', orderedBy: 'response-sergeant', often: 6, from: 150, to: 330 },
  { reason: 'response', orderedBy: 'response-sergeant', often: 8, from: 200, to: 290 },
  { reason: 'custody', orderedBy: 'duty-inspector', often: 3, from: 180, to: 420 },
  { reason: 'ward-work', orderedBy: 'ward-sergeant', often: 5, from: 240, to: 420 },
  { reason: 'occupational-health', orderedBy: 'ward-sergeant', often: 2, from: 60, to: 180 },
];

/** Each as many times as it is often. */
const IN_A_HAT = AWAY_FOR.flatMap((each) => Array.from({ length: each.often }, () => each));

/**
 * Makes up what an officer did on a day: five days in seven, early and late week by week. Equal arguments give equal days,
 * so that a demonstration which is opened again goes on where it stopped.
 * @param day "2026-10-01"
 */
export function madeUpDay(turn: WardTurn, day: string, event: EventOfDay | null): MadeUpDay {
  const number = Math.round(Date.parse(`${day}T00:00:00Z`) / DAY);
  const random = seededRandom(number * 4_099 + turn.index * 131 + 17);
  if ((number + 3 * turn.index) % 7 >= 5) return { kind: 'rest' };
  const minutes = Math.round((480 * turn.fraction) / 30) * 30;
  if (random() < LEAVE) return { kind: 'leave', minutes };
  const early = (Math.floor(number / 7) + turn.index) % 2 === 0;
  const begins = early ? 7 * 60 : 14 * 60;
  const duty = { kind: 'duty', start: clock(begins), end: clock(begins + minutes) } as const;
  return { ...duty, absences: absencesIn({ begins, minutes, event, random }) };
}

function absencesIn(given: {
  begins: number;
  minutes: number;
  event: EventOfDay | null;
  random: Random;
}): MadeUpAbsence[] {
  const { begins, minutes, event, random } = given;
  const within = (from: number, to: number) => ({
    start: clock(begins + from),
    end: clock(begins + Math.min(to, minutes)),
  });
  if (event !== null && random() < TO_AN_EVENT)
    return [{ ...within(0, minutes), reason: 'event', orderedBy: 'operations-room', event: event.key }];
  if (random() >= AWAY) return [];
  const chosen = IN_A_HAT[Math.floor(random() * IN_A_HAT.length)];
  if (chosen === undefined || chosen.from >= minutes) return [];
  // An emergency takes from a quarter of an hour to an hour and a half.
  const to = chosen.reason === 'response' ? chosen.from + 15 + 5 * Math.floor(random() * 16) : chosen.to;
  return [{ ...within(chosen.from, to), reason: chosen.reason, orderedBy: chosen.orderedBy, event: null }];
}

/** "07:00" for 420 minutes after midnight; what passes midnight is the next day's. */
const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
