import type { Absence, Duty, RingfencePolicy } from '../../src/ringfence/index.ts';
import { REASONS } from '../../src/ringfence/index.ts';

/** An instant of 10 March 2026, London's winter clock: "14:00". */
export const at = (time: string, day = '2026-03-10'): Date => new Date(`${day}T${time}:00Z`);

/** The ward that these are about. */
export const BLOOMSBURY_WARD = { place: 1, code: 'E05013653', name: 'Bloomsbury', boroughCode: 'E09000007' };

/** A floor officer's late duty in Bloomsbury on 10 March 2026, unless said otherwise. */
export function dutyOf(id: number, rest: Partial<Duty> = {}): Duty {
  return {
    id,
    officer: id,
    place: 1,
    postClass: 'floor',
    kind: 'ward',
    day: '2026-03-10',
    during: { from: at('14:00'), to: at('22:00') },
    planned: null,
    confirmed: null,
    elsewhere: null,
    synthetic: false,
    version: 1,
    ...rest,
  };
}

/** A response of an hour in duty 1, without an order, unless said otherwise. */
export function absenceOf(id: string, rest: Partial<Absence> = {}): Absence {
  return {
    id,
    duty: 1,
    officer: 1,
    place: 1,
    day: '2026-03-10',
    from: at('15:00'),
    to: at('16:00'),
    reason: 'response',
    event: null,
    order: null,
    covers: null,
    chargedTo: null,
    note: '',
    standing: 'recorded',
    synthetic: false,
    version: 1,
    ...rest,
  };
}

export const orderedBy = (by: NonNullable<Absence['order']>['by'], person: string | null = null): Absence['order'] => ({
  by,
  person,
  at: null,
  reference: '',
});

/** A policy of one planned cover: an officer from 14:00 to 22:00, unless said otherwise. */
export function policyOf(rest: Partial<RingfencePolicy> = {}): RingfencePolicy {
  const rulings = Object.fromEntries(REASONS.map(({ reason }) => [reason, 'breach'])) as RingfencePolicy['rulings'];
  return {
    format: 'wardroom-ringfence-policy-1',
    title: 'For a test',
    source: 'A test.',
    classes: { floor: 'ring-fenced', extra: 'aspiration', pcso: 'ring-fenced' },
    rulings,
    shortResponseMinutes: 30,
    emergencyRank: 'Superintendent',
    vacancyAfterDays: 28,
    weeklyMinutes: 2400,
    dayMinutes: 480,
    presumedShare: 0.2,
    closesOnDay: 15,
    cover: [{ from: '14:00', to: '22:00', officers: 1, pcsos: 0 }],
    alertShare: 0.1,
    ...rest,
  };
}
