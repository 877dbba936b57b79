import { describe, expect, it } from 'vitest';
import { shippedEvents } from '../calendar/shipped-events.ts';
import type { Absence, Duty } from '../model.ts';
import { SHIPPED_POLICIES } from '../policy/shipped-policies.ts';
import { dutyTodayOf } from './duty-today-of.ts';

const DUTY: Duty = {
  ...{ id: 7, officer: 1, place: 2, postClass: 'floor', kind: 'ward', day: '2026-12-31' },
  during: { from: new Date('2026-12-31T20:00:00Z'), to: new Date('2027-01-01T04:00:00Z') },
  ...{ planned: null, confirmed: null, elsewhere: null, synthetic: true, version: 1 },
};
const absence = (id: string, rest: Partial<Absence> = {}): Absence => ({
  ...{ id, duty: 7, officer: 1, place: 2, day: '2026-12-31', from: new Date('2026-12-31T21:00:00Z'), to: null },
  ...{ reason: 'custody', event: null, covers: null, chargedTo: null, note: '', standing: 'recorded' },
  ...{ order: { by: 'duty-inspector', person: 'person:1', at: null, reference: '' }, synthetic: true, version: 1 },
  ...rest,
});
const of = (absences: Absence[], duty = DUTY, events = shippedEvents(2026), counted = true) =>
  dutyTodayOf({
    counted,
    ...{ duty, ward: 'Somers Town', absences, events, lastOrder: 'court' },
    policy: SHIPPED_POLICIES['permitted-default'].policy,
  });

describe('dutyTodayOf', () => {
  it('has the absences of this duty that stand, with the role that ordered them and no person', () => {
    const other = absence('c', { duty: 8 });
    const { absences } = of([absence('a'), absence('b', { standing: 'withdrawn' }), other]);
    expect(absences).toEqual([
      {
        id: 'a',
        from: '2026-12-31T21:00:00.000Z',
        to: null,
        reason: 'custody',
        event: null,
        orderedBy: 'duty-inspector',
      },
    ]);
  });

  it('has the events of the day that were not called off', () => {
    expect(of([]).events).toMatchObject([{ key: 'new-years-eve-2026', reason: 'event' }]);
    expect(of([], { ...DUTY, day: '2026-12-30' }).events).toEqual([]);
    const off = shippedEvents(2026).map((event) => ({ ...event, calledOff: 'The weather.' }));
    expect(of([], DUTY, off).events).toEqual([]);
  });

  it('says in place of the rule that a duty counts in no ward', () => {
    expect(of([]).rule).toMatch(/^Ring-fenced/);
    expect(of([], DUTY, [], false).rule).toContain('its hours count in no ward');
  });

  it('has what the policy permits and counts as ward work', () => {
    const { permitted, wardWork } = of([]);
    expect(permitted).toEqual(['court-own-case', 'training', 'union', 'occupational-health']);
    expect(wardWork).toEqual(['ward-work']);
  });
});
