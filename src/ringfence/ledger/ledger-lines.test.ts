import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  adoptedFrom,
  at,
  awayFrom,
  calendarWith,
  dutyOn,
  emergency,
  ordered,
} from '../../../test/builders/ringfence-cases.ts';
import type { Absence, Duty } from '../model.ts';
import { LITERAL_2017 } from '../policy/literal-2017.ts';
import { type LedgerQuestion, ledgerLinesOf } from './ledger-lines.ts';

const duty = dutyOn('2026-10-14', { id: 11, officer: 12, place: 13 });
const away = (from: string, to: string | null, rest: Partial<Absence> = {}) =>
  awayFrom(duty, { from: at(duty.day, from), to: to === null ? null : at(duty.day, to), ...rest });

const lines = (of: Duty, absences: readonly Absence[], rest: Partial<LedgerQuestion> = {}) =>
  ledgerLinesOf({ duty: of, absences, timeline: [], events: calendarWith(), charged: new Map(), ...rest });
const short = (of: Duty, absences: readonly Absence[], rest: Partial<LedgerQuestion> = {}) =>
  lines(of, absences, rest).map(({ account, reason, minutes }) => [account, reason, minutes]);

test('a duty that nobody was called away from is kept: presumed until somebody confirms it', () => {
  expect(lines(duty, [])).toEqual([
    {
      officer: 12,
      place: 13,
      month: '2026-10-01',
      day: '2026-10-14',
      postClass: 'floor',
      duty: 11,
      absence: null,
      account: 'presumed',
      reason: '',
      orderedBy: '',
      event: '',
      late: false,
      policy: null,
      minutes: 480,
    },
  ]);
  for (const confirmed of ['officer', 'sergeant', 'roster'] as const) {
    expect(short({ ...duty, confirmed }, [])).toEqual([['confirmed', '', 480]]);
  }
});

test('each absence has its own line with its reason, order and policy, and the rest is kept', () => {
  const training = away('14:00', '16:00', { id: 'a', reason: 'training' });
  const aid = away('17:00', '18:30', { id: 'b', order: ordered({ by: 'duty-inspector' }) });
  expect(lines(duty, [training, aid], { timeline: [adoptedFrom('2026-10-01')] })).toMatchObject([
    { absence: 'a', account: 'permitted', reason: 'training', orderedBy: 'operations-room', policy: 7, minutes: 120 },
    { absence: 'b', account: 'breach', reason: 'aid-force', orderedBy: 'duty-inspector', policy: 7, minutes: 90 },
    { absence: null, account: 'presumed', policy: null, minutes: 270 },
  ]);
});

test('ward work and a short response are kept time, and have no line of their own', () => {
  const kept = [away('14:00', '16:00', { reason: 'ward-work' }), away('17:00', '17:29', { reason: 'response' })];
  expect(short(duty, kept)).toEqual([['presumed', '', 480]]);
});

test('an absence counts within its duty only, and to its end while it is open', () => {
  expect(short(duty, [away('13:00', '15:00')])).toEqual([
    ['breach', 'aid-force', 60],
    ['presumed', '', 420],
  ]);
  expect(short(duty, [away('21:00', null)])).toEqual([
    ['breach', 'aid-force', 60],
    ['presumed', '', 420],
  ]);
  expect(short(duty, [away('14:00', '23:30')])).toEqual([['breach', 'aid-force', 480]]);
  expect(short(duty, [away('22:00', '23:00'), away('23:00', null)])).toEqual([['presumed', '', 480]]);
});

test('what was withdrawn counts for nothing, what is disputed counts as recorded', () => {
  expect(short(duty, [away('14:00', '15:00', { standing: 'withdrawn' })])).toEqual([['presumed', '', 480]]);
  expect(short(duty, [away('14:00', '15:00', { standing: 'disputed' })])[0]).toEqual(['breach', 'aid-force', 60]);
});

test('a withdrawn response does not make the next one long', () => {
  const gone = away('15:00', '15:20', { reason: 'response', standing: 'withdrawn' });
  const next = away('15:20', '15:40', { reason: 'response' });
  expect(short(duty, [gone, next])).toEqual([['presumed', '', 480]]);
  expect(short(duty, [{ ...gone, standing: 'recorded' }, next])[0]?.[0]).toBe('breach');
});

test('an emergency is an exception until its authorisation expires, and a breach after', () => {
  const day = dutyOn('2026-08-03');
  const called = awayFrom(day, {
    reason: 'major-emergency',
    event: emergency().key,
    from: at(day.day, '16:00'),
    to: null,
  });
  const withIt = (authorised = {}) => short(day, [called], { events: calendarWith(emergency(authorised)) });
  expect(withIt()).toEqual([
    ['exception', 'major-emergency', 240],
    ['breach', 'major-emergency', 120],
    ['presumed', '', 120],
  ]);
  const half = new Date(at(day.day, '20:00').getTime() + 30_000);
  expect(withIt({ expires: half })[0]).toEqual(['exception', 'major-emergency', 241]);
  expect(withIt({ expires: at(day.day, '23:00') })).toEqual([
    ['exception', 'major-emergency', 360],
    ['presumed', '', 120],
  ]);
  const before = { ...called, from: at(day.day, '13:00') };
  const expired = { at: at(day.day, '12:00'), expires: at(day.day, '13:30') };
  expect(short(day, [before], { events: calendarWith(emergency(expired)) })).toEqual([
    ['breach', 'major-emergency', 480],
  ]);
});

test('a late exception is marked late in the ledger, with its event', () => {
  const day = dutyOn('2026-08-30');
  const order = ordered({ at: at(day.day, '15:00') });
  const carnival = awayFrom(day, { reason: 'event', event: 'carnival-2026', order });
  expect(lines(day, [carnival])).toMatchObject([
    { account: 'exception', event: 'carnival-2026', late: true, minutes: 480 },
  ]);
});

test('a rest day given back is counted as the order that took it', () => {
  const carnival = dutyOn('2026-08-30', { kind: 'rest-day' });
  const took = { away: awayFrom(carnival, { reason: 'event', event: 'carnival-2026' }), duty: carnival };
  const back = awayFrom(duty, { id: 'back', reason: 'rest-day-given-back', order: null });
  expect(lines(duty, [back], { charged: new Map([['back', took]]) })).toMatchObject([
    { absence: 'back', account: 'exception', reason: 'event', orderedBy: 'operations-room', event: 'carnival-2026' },
  ]);
  expect(short(duty, [back])).toEqual([['breach', 'rest-day-given-back', 480]]);
});

test('work elsewhere on a rest day or as overtime is one line apart, with its reason and order', () => {
  const elsewhere = { reason: 'event', order: ordered({ by: 'senior-officer' }), event: 'carnival-2026' } as const;
  for (const kind of ['rest-day', 'overtime'] as const) {
    expect(lines(dutyOn('2026-08-30', { kind, elsewhere }), [])).toMatchObject([
      {
        account: kind,
        reason: 'event',
        orderedBy: 'senior-officer',
        event: 'carnival-2026',
        policy: null,
        minutes: 480,
      },
    ]);
  }
});

test('the worked example of docs/methods/ring-fence.md comes to what it says', () => {
  const told = [
    away('14:00', '15:15', { reason: 'training' }),
    away('15:30', '15:52', { reason: 'response' }),
    away('16:10', '17:00', { reason: 'ward-work' }),
    away('18:00', '20:30', { reason: 'aid-unit' }),
  ];
  const [permitted, breach, kept] = short(duty, told);
  expect([permitted, breach, kept]).toEqual([
    ['permitted', 'training', 75],
    ['breach', 'aid-unit', 150],
    ['presumed', '', 255],
  ]);
  const method = readFileSync(new URL('../../../docs/methods/ring-fence.md', import.meta.url), 'utf8');
  const rows = [...method.matchAll(/^\| \d\d:\d\d–\d\d:\d\d \|.*\| (\d+) \| (\w+) \| (\w+) \|$/gm)];
  const sums = (column: number) => (ruling: string) =>
    rows.reduce((sum, row) => sum + (row[column] === ruling ? Number(row[1]) : 0), 0);
  expect(['permitted', 'breach', 'kept'].map(sums(2))).toEqual([75, 150, 255]);
  // Taken literally, training is a breach too.
  expect(short(duty, told, { timeline: [LITERAL_2017] }).map(([account, , minutes]) => [account, minutes])).toEqual([
    ['breach', 75],
    ['breach', 150],
    ['presumed', 255],
  ]);
  expect(['permitted', 'breach', 'kept'].map(sums(3))).toEqual([0, 225, 255]);
});
