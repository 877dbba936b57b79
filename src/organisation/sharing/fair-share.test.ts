import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { londonSpan } from '../../lib/calendar/london-span.ts';
import { londonInstant } from '../../lib/calendar/london-time.ts';
import { fairShare, type Used } from './fair-share.ts';

const at = (date: string, time = '00:00') => londonInstant(date, time);
const used = (boroughCode: string, from: Date, to: Date, kind = 'vehicle'): Used => ({ kind, boroughCode, from, to });
const MARCH = { from: at('2026-03-01'), to: at('2026-04-01') };
const EQUAL = new Map([
  ['A', 1],
  ['B', 1],
]);

describe('fairShare', () => {
  it('sets hours booked beside each borough’s share of them', () => {
    const rows = fairShare(
      [used('A', at('2026-03-02', '08:00'), at('2026-03-02', '12:00'))],
      MARCH,
      new Map([
        ['A', 20],
        ['B', 60],
      ]),
    );
    expect(rows).toEqual([
      { kind: 'vehicle', boroughCode: 'A', hours: 4, fairHours: 1, difference: 3 },
      { kind: 'vehicle', boroughCode: 'B', hours: 0, fairHours: 3, difference: -3 },
    ]);
  });

  it('cuts what reaches over an end of the span, and leaves out what lies outside', () => {
    const rows = fairShare(
      [
        used('A', at('2026-02-28', '22:00'), at('2026-03-01', '02:00')),
        used('B', at('2026-03-31', '23:00'), at('2026-04-01', '06:00')),
        used('B', at('2026-04-01'), at('2026-04-02')),
      ],
      MARCH,
      EQUAL,
    );
    expect(rows.map(({ hours }) => hours)).toEqual([2, 1]);
  });

  it.each([
    ['2026-03-28', 8],
    ['2026-10-24', 10],
    ['2026-06-01', 9],
  ])('counts the hours that pass in the night from %s: %d', (date, hours) => {
    const night = londonSpan(date, '22:00', '07:00');
    if (night === null) throw new Error('No night.');
    const span = { from: at('2026-01-01'), to: at('2027-01-01') };
    expect(fairShare([used('A', night.from, night.to)], span, EQUAL)[0]?.hours).toBe(hours);
  });

  it('shares out each kind by itself, and has no row where nothing was booked', () => {
    const rows = fairShare(
      [
        used('A', at('2026-03-02', '08:00'), at('2026-03-02', '10:00'), 'building'),
        used('B', at('2026-03-02', '08:00'), at('2026-03-02', '09:00')),
      ],
      MARCH,
      EQUAL,
    );
    expect(rows.map(({ kind, fairHours }) => `${kind} ${fairHours}`)).toEqual([
      'building 1',
      'building 1',
      'vehicle 0.5',
      'vehicle 0.5',
    ]);
    expect(fairShare([], MARCH, EQUAL)).toEqual([]);
  });

  it('hands out exactly what was booked: hours and fair hours sum to it, and differences to nothing', () => {
    const instant = fc.date({
      min: new Date('2026-02-20T00:00Z'),
      max: new Date('2026-04-10T00:00Z'),
      noInvalidDate: true,
    });
    const booking = fc.tuple(
      fc.constantFrom('A', 'B', 'C'),
      fc.constantFrom('vehicle', 'building'),
      instant,
      fc.integer({ min: 1, max: 72 }),
    );
    const weights = fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 40 }), fc.nat(40));
    fc.assert(
      fc.property(fc.array(booking, { maxLength: 30 }), weights, (bookings, [a, b, c]) => {
        const rows = bookings.map(([borough, kind, from, hours]) =>
          used(borough, from, new Date(from.getTime() + hours * 3_600_000), kind),
        );
        const shares = new Map([
          ['A', a],
          ['B', b],
          ['C', c],
        ]);
        const found = fairShare(rows, MARCH, shares);
        const inMarch = rows.reduce((sum, { from, to }) => {
          let hours = 0;
          for (
            let minute = Math.max(from.getTime(), MARCH.from.getTime());
            minute < Math.min(to.getTime(), MARCH.to.getTime());
            minute += 3_600_000
          )
            hours += Math.min(3_600_000, Math.min(to.getTime(), MARCH.to.getTime()) - minute) / 3_600_000;
          return sum + hours;
        }, 0);
        const sum = (of: (row: (typeof found)[number]) => number) => found.reduce((total, row) => total + of(row), 0);
        expect(sum(({ hours }) => hours)).toBeCloseTo(inMarch, 6);
        expect(sum(({ fairHours }) => fairHours)).toBeCloseTo(inMarch, 6);
        expect(sum(({ difference }) => difference)).toBeCloseTo(0, 6);
      }),
      { seed: 7 },
    );
  });

  it('refuses shares that are none, and a borough without one', () => {
    const booked = [used('A', at('2026-03-02', '08:00'), at('2026-03-02', '10:00'))];
    expect(() => fairShare(booked, MARCH, new Map([['A', 0]]))).toThrow('one is above');
    expect(() =>
      fairShare(
        booked,
        MARCH,
        new Map([
          ['A', -1],
          ['B', 2],
        ]),
      ),
    ).toThrow('one is above');
    expect(() => fairShare(booked, MARCH, new Map([['B', 2]]))).toThrow('A has no share');
  });
});
