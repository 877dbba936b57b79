import { describe, expect, it, test } from 'vitest';
import { InvalidArgument } from '../invalid-argument.ts';
import { londonInstant, londonInstants, londonTime } from './london-time.ts';

const HALF_HOUR = 30 * 60 * 1000;
const at = (text: string) => new Date(text);

test.each([
  ['2026-01-15T12:00:00Z', '2026-01-15', '12:00'],
  ['2026-07-01T23:30:00Z', '2026-07-02', '00:30'],
  ['2026-03-29T00:59:59Z', '2026-03-29', '00:59'],
  ['2026-03-29T01:00:00Z', '2026-03-29', '02:00'],
  ['2026-10-25T00:59:00Z', '2026-10-25', '01:59'],
  ['2026-10-25T01:00:00Z', '2026-10-25', '01:00'],
  ['2026-12-31T23:59:59.999Z', '2026-12-31', '23:59'],
])('at %s clocks in London show %s %s', (instant, date, time) => {
  expect(londonTime(at(instant))).toEqual({ date, time });
});

describe('a time on a day', () => {
  it('is one instant on any other day, an hour earlier in summer', () => {
    expect(londonInstants('2026-01-15', '09:30')).toEqual({ kind: 'once', at: at('2026-01-15T09:30:00Z') });
    expect(londonInstants('2026-07-15', '09:30')).toEqual({ kind: 'once', at: at('2026-07-15T08:30:00Z') });
    expect(londonInstants('2026-07-15', '00:00')).toEqual({ kind: 'once', at: at('2026-07-14T23:00:00Z') });
  });

  it('has two 01:30s when summer time ends; the first is meant unless the second is named', () => {
    const [first, second] = [at('2026-10-25T00:30:00Z'), at('2026-10-25T01:30:00Z')];
    expect(londonInstants('2026-10-25', '01:30')).toEqual({ kind: 'twice', first, second });
    expect(londonInstant('2026-10-25', '01:30')).toEqual(first);
    expect(londonInstant('2026-10-25', '01:30', 'second')).toEqual(second);
  });

  it('has no 01:30 when summer time begins; it is counted by the clock before, as half past two', () => {
    const taken = at('2026-03-29T01:30:00Z');
    expect(londonInstants('2026-03-29', '01:30')).toEqual({ kind: 'never', at: taken });
    expect(londonInstant('2026-03-29', '01:30')).toEqual(taken);
    expect(londonTime(taken)).toEqual({ date: '2026-03-29', time: '02:30' });
  });

  it('changes at one o’clock to the minute', () => {
    const kinds = (date: string) => ['00:59', '01:00', '01:59', '02:00'].map((time) => londonInstants(date, time).kind);
    expect(kinds('2026-03-29')).toEqual(['once', 'never', 'never', 'once']);
    expect(kinds('2026-10-25')).toEqual(['once', 'twice', 'twice', 'once']);
    expect(kinds('2026-10-24')).toEqual(['once', 'once', 'once', 'once']);
  });

  test.each([
    ['2026-02-30', '12:00'],
    ['2026-03-01', '24:00'],
    ['2026-03-01', '9:30'],
    ['', ''],
  ])('"%s %s" is refused', (date, time) => {
    expect(() => londonInstants(date, time)).toThrow(InvalidArgument);
  });
});

it('finds every half hour of a year again from what its clock shows', () => {
  const lost: string[] = [];
  for (let now = Date.UTC(2026, 0, 1); now < Date.UTC(2027, 0, 1); now += HALF_HOUR) {
    const { date, time } = londonTime(new Date(now));
    const found = londonInstants(date, time);
    const instants = found.kind === 'twice' ? [found.first, found.second] : [found.at];
    if (found.kind === 'never' || !instants.some((instant) => instant.getTime() === now)) lost.push(`${date} ${time}`);
  }
  expect(lost).toEqual([]);
});
