import { describe, expect, it } from 'vitest';
import { afterRecords, awayNow } from './after-records.ts';
import type { DutyToday, PhoneRecord } from './model.ts';

const at = (time: string) => `2026-03-04T${time}:00.000Z`;
const DUTY: DutyToday = {
  ...{ duty: 7, day: '2026-03-04', ward: 'Somers Town', from: at('14:00'), to: at('22:00'), absences: [], events: [] },
  ...{
    rule: '',
    permitted: [],
    wardWork: [],
    ringFenced: true,
    shortResponseMinutes: 30,
    orderedBy: null,
    synthetic: true,
  },
};
const away = (rest: Partial<PhoneRecord> = {}): PhoneRecord => ({
  ...{ id: 'r1', kind: 'away', absence: 'a1', duty: 7, at: at('15:10'), reason: 'custody' },
  ...rest,
});
const back = (rest: Partial<PhoneRecord> = {}): PhoneRecord => ({
  ...{ id: 'r2', kind: 'back', absence: 'a1', duty: 7, at: at('15:40') },
  ...rest,
});

describe('afterRecords', () => {
  it('begins a time away, and ends it when they are back', () => {
    const gone = afterRecords(DUTY, [away({ orderedBy: 'duty-inspector' })]);
    expect(awayNow(gone)).toMatchObject({ id: 'a1', from: at('15:10'), to: null, reason: 'custody' });
    expect(gone.orderedBy).toBe('duty-inspector');
    const returned = afterRecords(DUTY, [away(), back()]);
    expect(awayNow(returned)).toBeNull();
    expect(returned.absences).toMatchObject([{ id: 'a1', from: at('15:10'), to: at('15:40') }]);
  });

  it('gives the same in whatever order they wait', () => {
    expect(afterRecords(DUTY, [back(), away()])).toEqual(afterRecords(DUTY, [away(), back()]));
  });

  it('counts nothing again that the server knows', () => {
    const known = afterRecords(DUTY, [away(), back()]);
    expect(afterRecords(known, [away(), back()])).toEqual(known);
  });

  it('ends a time away that only the server knew of', () => {
    const known = { ...DUTY, absences: afterRecords(DUTY, [away()]).absences };
    expect(afterRecords(known, [back()]).absences).toMatchObject([{ to: at('15:40') }]);
  });

  it('leaves records of another duty out', () => {
    expect(afterRecords(DUTY, [away({ duty: 8 })]).absences).toEqual([]);
  });
});
