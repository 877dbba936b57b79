import { expect, it } from 'vitest';
import { withinDuty } from './within-duty.ts';

const at = (time: string) => new Date(`2026-03-28T${time}Z`);
const DUTY = { from: at('14:00:00'), to: at('22:00:00') };
const timeOf = (from: string, to: string | null) =>
  withinDuty({ from: at(from), to: to === null ? null : at(to) }, DUTY, at('20:00:00'));

it('counts whole minutes, of which a begun one counts, and never none', () => {
  expect(timeOf('15:10:59', '15:40:59')).toEqual({ kind: 'within', from: at('15:10:00'), to: at('15:40:00'), cut: [] });
  expect(timeOf('15:10:05', '15:10:40')).toMatchObject({ from: at('15:10:00'), to: at('15:11:00') });
});

it('cuts an hour before the duty and any time after it, and says so', () => {
  expect(timeOf('13:00:00', null)).toEqual({
    ...{ kind: 'within', from: at('14:00:00'), to: null },
    cut: ['It is counted from 14:00, when the duty begins.'],
  });
  expect(timeOf('21:59:30', '23:10:00')).toMatchObject({ from: at('21:59:00'), to: at('22:00:00') });
  expect(timeOf('12:59:59', null)).toMatchObject({ kind: 'outside' });
  expect(timeOf('22:00:00', null)).toMatchObject({ kind: 'outside' });
});

it('refuses an end before the beginning, or before the duty', () => {
  expect(timeOf('15:10:00', '15:09:59')).toMatchObject({ kind: 'outside' });
  expect(timeOf('13:10:00', '13:50:00')).toMatchObject({ kind: 'outside' });
});
