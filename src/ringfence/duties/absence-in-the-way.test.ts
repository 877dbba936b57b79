import { expect, test } from 'vitest';
import type { Absence } from '../model.ts';
import { absenceInTheWay } from './absence-in-the-way.ts';

const at = (time: string) => new Date(`2026-03-10T${time}:00Z`);
const span = (from: string, to: string) => ({ from: at(from), to: at(to) });
const away = (from: string, to: string | null, rest: Partial<Absence> = {}): Absence => ({
  ...{ id: 'a', duty: 1, officer: 1, place: 1, day: '2026-03-10', from: at(from), to: to === null ? null : at(to) },
  ...{ reason: 'custody', event: null, order: null, covers: null, chargedTo: null, note: '', standing: 'recorded' },
  ...{ synthetic: false, version: 1, ...rest },
});
const found = (absence: Absence, after: ReturnType<typeof span>, own = false) =>
  absenceInTheWay({
    ...{ before: span('14:00', '22:00'), after, absences: [absence] },
    ownOrders: new Set(own ? ['a'] : []),
  })?.kind ?? null;

test.each([
  ['23:00', null],
  ['21:59', 'open'],
  ['17:01', 'open'],
  ['17:00', 'open'],
])('one without an end counts to the end of the duty: at %s it is %s', (end, kind) => {
  expect(found(away('17:00', null), span('14:00', end))).toBe(kind);
});

test('one with an end is in the way only where it would lie outside', () => {
  expect(found(away('17:00', '18:00'), span('14:00', '18:00'))).toBeNull();
  expect(found(away('17:00', '18:00'), span('14:00', '17:59'))).toBe('outside');
  expect(found(away('17:00', '18:00'), span('17:01', '22:00'))).toBe('outside');
  expect(found(away('17:00', '18:00', { standing: 'withdrawn' }), span('14:00', '17:00'))).toBeNull();
});

test('whoever ordered it changes none of its minutes, and may change the duty besides', () => {
  expect(found(away('17:00', null), span('14:00', '23:00'), true)).toBe('own-order');
  expect(found(away('17:00', '18:00'), span('14:00', '17:30'), true)).toBe('own-order');
  expect(found(away('17:00', null), span('13:00', '22:00'), true)).toBeNull();
  expect(found(away('17:00', '18:00'), span('14:00', '23:00'), true)).toBeNull();
});
