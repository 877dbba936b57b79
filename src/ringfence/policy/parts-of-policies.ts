import type { RingfencePolicy } from '../model.ts';

/** What each reason comes to where nothing but the named exceptions and ward work is let through. */
export const RULINGS_OF_2017: RingfencePolicy['rulings'] = {
  response: 'breach',
  'staffing-up': 'breach',
  'aid-borough': 'breach',
  'aid-unit': 'breach',
  'aid-force': 'breach',
  'aid-other-force': 'breach',
  'cover-ward': 'breach',
  custody: 'breach',
  'constant-watch': 'breach',
  'scene-guard': 'breach',
  'court-own-case': 'breach',
  'court-other': 'breach',
  training: 'breach',
  attachment: 'breach',
  union: 'breach',
  'occupational-health': 'breach',
  event: 'exception',
  'major-emergency': 'exception',
  'rest-day-given-back': 'breach',
  'ward-work': 'kept',
  other: 'breach',
};

/**
 * What the shipped policies set alike. That extra posts are ring-fenced was in 2017 "the hope": an aspiration until adopted.
 * PCSOs are named with the floor: a minimum of two officers and one PCSO.
 */
export const SETTINGS: Pick<
  RingfencePolicy,
  | 'classes'
  | 'shortResponseMinutes'
  | 'emergencyRank'
  | 'vacancyAfterDays'
  | 'weeklyMinutes'
  | 'dayMinutes'
  | 'presumedShare'
  | 'closesOnDay'
  | 'cover'
  | 'alertShare'
> = {
  classes: { floor: 'ring-fenced', extra: 'aspiration', pcso: 'ring-fenced' },
  shortResponseMinutes: 30,
  emergencyRank: 'Superintendent',
  vacancyAfterDays: 28,
  weeklyMinutes: 2400,
  dayMinutes: 480,
  presumedShare: 0.2,
  closesOnDay: 10,
  cover: [{ from: '07:00', to: '23:00', officers: 1, pcsos: 0 }],
  alertShare: 0.25,
};
