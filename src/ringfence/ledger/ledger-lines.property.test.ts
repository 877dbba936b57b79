import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  adoptedFrom,
  awayFrom,
  calendarWith,
  dutyOn,
  emergency,
  ordered,
} from '../../../test/builders/ringfence-cases.ts';
import { londonSpan } from '../../lib/calendar/london-span.ts';
import { type Absence, type Duty, POST_CLASSES, WARD_ACCOUNTS } from '../model.ts';
import { REASONS } from '../reasons.ts';
import { differenceOf } from './difference-of.ts';
import { ledgerLinesOf } from './ledger-lines.ts';

const MINUTE = 60_000;
/** Days about which something turns: both changes of the clock, Carnival, the emergency and its eve, New Year's Eve, a leap day. */
const DAYS = [
  '2026-03-28',
  '2026-03-29',
  '2026-10-24',
  '2026-10-25',
  '2026-08-30',
  '2026-08-02',
  '2026-08-03',
  '2026-12-31',
  '2028-02-29',
];
const TURNS = [
  ['07:00', '15:00'],
  ['14:00', '22:00'],
  ['22:00', '07:00'],
  ['23:30', '02:10'],
  ['00:30', '10:00'],
] as const;

const events = calendarWith(emergency());
const someEvent = fc.constantFrom(null, 'carnival-2026', 'new-years-eve-2026', emergency().key, 'unknown');
const someOrder = fc.constantFrom(null, ordered(), ordered({ at: null }), ordered({ by: 'nobody' }));
const timeline = [
  adoptedFrom('2026-08-30', { classes: { floor: 'aspiration', extra: 'ring-fenced', pcso: 'ring-fenced' } }),
];

const duties = fc
  .tuple(
    fc.constantFrom(...DAYS),
    fc.constantFrom(...TURNS),
    fc.constantFrom(...POST_CLASSES),
    fc.constantFrom(null, 'officer' as const, 'sergeant' as const, 'roster' as const),
  )
  .map(([day, [start, end], postClass, confirmed]): Duty => {
    const during = londonSpan(day, start, end);
    if (during === null) throw new Error(`${day} ${start} to ${end} is no duty.`);
    return dutyOn(day, { during, postClass, confirmed });
  });

/** Absences that follow each other from an hour before the duty, the last of them perhaps open, some reaching beyond its end. */
const steps = fc.array(
  fc.record({
    gap: fc.integer({ min: 0, max: 120 }),
    minutes: fc.integer({ min: 1, max: 400 }),
    reason: fc.oneof(
      fc.constantFrom(...REASONS.map(({ reason }) => reason)),
      fc.constantFrom('event' as const, 'major-emergency' as const),
    ),
    event: someEvent,
    order: someOrder,
    standing: fc.constantFrom('recorded' as const, 'confirmed' as const, 'disputed' as const, 'withdrawn' as const),
  }),
  { maxLength: 7 },
);
const openAtTheEnd = fc.boolean();

function absencesOf(
  duty: Duty,
  given: typeof steps extends fc.Arbitrary<infer S> ? S : never,
  open: boolean,
): Absence[] {
  let clock = duty.during.from.getTime() - 60 * MINUTE;
  return given.map(({ gap, minutes, ...rest }, index) => {
    const from = clock + gap * MINUTE;
    clock = from + minutes * MINUTE;
    const to = open && index === given.length - 1 ? null : new Date(clock);
    return awayFrom(duty, { ...rest, id: `absence-${index}`, from: new Date(from), to });
  });
}

const question = (duty: Duty, absences: Absence[]) => ({ duty, absences, timeline, events, charged: new Map() });

test('every minute of a ward duty is in exactly one account, on the day that it starts', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(duties, steps, openAtTheEnd, (duty, given, open) => {
      const lines = ledgerLinesOf(question(duty, absencesOf(duty, given, open)));
      const rostered = (duty.during.to.getTime() - duty.during.from.getTime()) / MINUTE;
      const sums = WARD_ACCOUNTS.map((account) =>
        lines.reduce((sum, line) => sum + (line.account === account ? line.minutes : 0), 0),
      );
      expect(sums.reduce((a, b) => a + b, 0)).toBe(rostered);
      for (const { minutes, account, day, month } of lines) {
        expect(Number.isInteger(minutes) && minutes > 0).toBe(true);
        expect([day, month]).toEqual([duty.day, `${duty.day.slice(0, 7)}-01`]);
        seen.add(account);
      }
    }),
    { seed: 20261123, numRuns: 600 },
  );
  expect([...seen].toSorted()).toEqual([...WARD_ACCOUNTS].toSorted());
});

test('a night from 22:00 to 07:00 has 8 hours in March, 10 in October and 9 otherwise', () => {
  const minutes = ['2026-03-28', '2026-10-24', '2026-06-10'].map((day) => {
    const during = londonSpan(day, '22:00', '07:00');
    return during === null ? [] : ledgerLinesOf(question(dutyOn(day, { during }), [])).map((line) => line.minutes);
  });
  expect(minutes).toEqual([[480], [600], [540]]);
});

test('what is added brings the ledger to what it should say, and nothing more is added after', () => {
  fc.assert(
    fc.property(duties, fc.array(fc.tuple(steps, openAtTheEnd), { minLength: 1, maxLength: 4 }), (duty, states) => {
      const ledger = states.reduce<ReturnType<typeof ledgerLinesOf>>((stands, [given, open]) => {
        const should = ledgerLinesOf(question(duty, absencesOf(duty, given, open)));
        const after = stands.concat(differenceOf(stands, should));
        expect(differenceOf(after, should)).toEqual([]);
        return after;
      }, []);
      const rostered = (duty.during.to.getTime() - duty.during.from.getTime()) / MINUTE;
      expect(ledger.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(rostered);
    }),
    { seed: 20261124, numRuns: 200 },
  );
});
