import { londonInstant } from '../../src/lib/calendar/london-time.ts';
import { eventsWith } from '../../src/ringfence/calendar/events-with.ts';
import type { Absence, Duty, Order, PolicyInForce, RingfenceEvent } from '../../src/ringfence/model.ts';
import { LITERAL_2017 } from '../../src/ringfence/policy/literal-2017.ts';
import { PERMITTED_DEFAULT } from '../../src/ringfence/policy/permitted-default.ts';
import { ruleCase } from '../../src/ringfence/policy/rule-case.ts';
import type { RulingCase } from '../../src/ringfence/policy/ruling-rule.ts';
import { RULING_RULES } from '../../src/ringfence/policy/ruling-rules.ts';

/** An instant by London's clocks: at('2026-08-30', '14:00'). */
export const at = (day: string, time: string): Date => londonInstant(day, time);

/** An order by the operations room, given before anything of these cases begins. */
export const ordered = (rest: Partial<Order> = {}): Order => ({
  by: 'operations-room',
  person: null,
  at: new Date('2016-01-01T00:00:00Z'),
  reference: '',
  ...rest,
});

/** A ward duty of a floor officer from 14:00 to 22:00 of its day. */
export function dutyOn(day: string, rest: Partial<Duty> = {}): Duty {
  return {
    id: 1,
    officer: 1,
    place: 1,
    postClass: 'floor',
    kind: 'ward',
    day,
    during: { from: at(day, '14:00'), to: at(day, '22:00') },
    planned: null,
    confirmed: null,
    elsewhere: null,
    synthetic: true,
    version: 1,
    ...rest,
  };
}

/** An absence of a duty's whole time by an order, in the same hands as the duty. */
export function awayFrom(duty: Duty, rest: Partial<Absence> = {}): Absence {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    duty: duty.id,
    officer: duty.officer,
    place: duty.place,
    day: duty.day,
    from: duty.during.from,
    to: duty.during.to,
    reason: 'aid-force',
    event: null,
    order: ordered(),
    covers: null,
    chargedTo: null,
    note: '',
    standing: 'recorded',
    synthetic: true,
    version: 1,
    ...rest,
  };
}

/** An emergency of 3 August 2026, authorised by a superintendent at 15:00 until 20:00. */
export function emergency(authorised: Partial<RingfenceEvent['authorised']> = {}): RingfenceEvent {
  const day = '2026-08-03';
  return {
    key: 'emergency-2026-08-03-bridge',
    kind: 'major-emergency',
    name: 'Bridge collapse',
    firstDay: day,
    lastDay: day,
    authorised: { rank: 'Superintendent', at: at(day, '15:00'), expires: at(day, '20:00'), ...authorised },
    calledOff: null,
    source: 'Gold’s log.',
    entered: true,
  };
}

/** The calendar from 2017 to 2027, with what a unit entered. */
export const calendarWith = (...entered: RingfenceEvent[]): RingfenceEvent[] =>
  eventsWith(
    entered,
    Array.from({ length: 11 }, (_, index) => 2017 + index),
  );

/** A policy that a unit adopted, from a day on: the default, otherwise than which it says. */
export function adoptedFrom(inForceFrom: string, rest: Partial<PolicyInForce['policy']> = {}, id = 7): PolicyInForce {
  return {
    id,
    version: id,
    inForceFrom,
    because: 'The unit’s decision.',
    proposedBy: 'Chief Inspector One',
    adoptedBy: 'Superintendent Two',
    adoptedAt: new Date(`${inForceFrom}T00:00:00Z`),
    policy: { ...PERMITTED_DEFAULT.policy, title: 'The unit’s own', ...rest },
  };
}

/** A case for the rules: Carnival Sunday of 2026, ordered, by the literal reading. An exception by every rule. */
export function rulingCase(rest: Partial<RulingCase> = {}): RulingCase {
  const duty = dutyOn('2026-08-30');
  const away = awayFrom(duty, { reason: 'event', event: 'carnival-2026' });
  const event = calendarWith().find(({ key }) => key === 'carnival-2026') ?? null;
  return { away, duty, policy: LITERAL_2017, event, lastedMinutes: 480, charged: null, ...rest };
}

/** The same of the emergency: away from 16:00 to 19:00 of a duty on its day. */
export function emergencyCase(authorised: Parameters<typeof emergency>[0] = {}, from = '16:00'): RulingCase {
  const duty = dutyOn('2026-08-03');
  const event = emergency(authorised);
  const away = awayFrom(duty, { reason: 'major-emergency', event: event.key, from: at(duty.day, from) });
  return rulingCase({ duty, away, event });
}

/**
 * Names of the rules that decide a case: without any one of them it would be ruled otherwise, or not marked late.
 * A rule that is alone in the list is the only one that the case breaks.
 */
export function decidedBy(of: RulingCase): string[] {
  const { ruling, late } = ruleCase(of);
  return RULING_RULES.filter((left) => {
    const without = ruleCase(
      of,
      RULING_RULES.filter((rule) => rule !== left),
    );
    return without.ruling !== ruling || without.late !== late;
  }).map(({ name }) => name);
}
