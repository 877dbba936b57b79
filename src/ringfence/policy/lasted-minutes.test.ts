import { expect, test } from 'vitest';
import { at, awayFrom, dutyOn } from '../../../test/builders/ringfence-cases.ts';
import { lastedMinutes } from './lasted-minutes.ts';

const duty = dutyOn('2026-10-14');
const response = (from: string, to: string | null) =>
  awayFrom(duty, { reason: 'response', from: at(duty.day, from), to: to === null ? null : at(duty.day, to) });

test('a time lasts as long as it was, and while it is open to the end of the duty', () => {
  expect(lastedMinutes(response('15:00', '15:29'), [], duty.during.to)).toBe(29);
  expect(lastedMinutes(response('21:45', null), [], duty.during.to)).toBe(15);
});

test('a chain of times that touch is one, from any of its links', () => {
  const chain = [response('15:40', '15:50'), response('15:00', '15:20'), response('15:20', '15:40')];
  expect(chain.map((each) => lastedMinutes(each, chain, duty.during.to))).toEqual([50, 50, 50]);
});

test('what is open and begins after the duty’s end lasts no time', () => {
  expect(lastedMinutes(response('22:30', null), [], duty.during.to)).toBe(0);
});
