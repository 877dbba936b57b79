import { describe, expect, it } from 'vitest';
import { heldDuty, recordsHeld, rosterOf } from '../../../../test/builders/roster-records.ts';
import type { Absence } from '../../model.ts';
import type { RosterRecords } from './model.ts';
import { planRoster } from './plan-roster.ts';

const plan = (rows: string[], held: Partial<RosterRecords> = {}, whole = false) =>
  planRoster({ ...rosterOf(...rows), whole }, recordsHeld(held));
const said = (rows: string[], held: Partial<RosterRecords> = {}, whole = false) =>
  plan(rows, held, whole).held.map((row) => row.said);
const HELD = heldDuty(7, '2026-10-10T06:00Z', '2026-10-10T14:00Z');
const absence = (rest: Partial<Absence> = {}): Absence => ({
  id: '00000000-0000-4000-8000-000000000001',
  duty: 7,
  officer: 1,
  place: 1,
  day: '2026-10-10',
  from: new Date('2026-10-10T08:00Z'),
  to: new Date('2026-10-10T09:00Z'),
  reason: 'custody',
  event: null,
  order: null,
  covers: null,
  chargedTo: null,
  note: '',
  standing: 'recorded',
  synthetic: false,
  version: 1,
  ...rest,
});

describe('a row is held back, and the others are taken,', () => {
  const GOOD = 'P2,2026-10-10,07:00,15:00,WARD';
  it.each([
    ['P9,2026-10-10,07:00,15:00,WARD', 'There is no officer P9'],
    ['P4,2026-10-10,07:00,15:00,WARD', 'Officer P4 (P4) has no ward post on 2026-10-10'],
    ['P3,2026-10-10,07:00,15:00,WARD', 'posted to Canonbury on 2026-10-10, whose duties are not yours to write'],
    [
      'P1,2026-10-10,07:00,15:00,WARD,Canonbury',
      'posted to Bunhill on 2026-10-10, not to Canonbury: leave the ward empty for duty in their own, or write the code COVER',
    ],
    ['P1,2026-10-10,07:00,15:00,WARD,Atlantis', 'There is no ward "Atlantis"'],
    ['P1,2026-10-10,07:00,15:00,COVER', 'which ward was covered'],
    ['P1,2026-10-10,07:00,15:00,COVER,Bunhill', 'the officer’s own ward'],
    ['P1,2016-12-31,07:00,15:00,WARD', 'before 2017'],
    ['P1,2028-01-01,07:00,15:00,WARD', 'more than a year ahead'],
    ['P1,2026-10-10,07:00,15:00,EMERGENCY', 'which emergency'],
    ['P1,2026-10-10,07:00,15:00,EMERGENCY,,,,emergency-of-nobody', 'There is no event "emergency-of-nobody"'],
    ['P1,2026-10-10,07:00,15:00,WARD,,,,carnival-2026', 'its code is no absence'],
    ['P1,2026-10-10,07:00,15:00,RDB,,,,,2026-10-01', 'No work on the rest day of 2026-10-01'],
  ])('%j', (row, sentence) => {
    const { held, add } = plan([row, GOOD]);
    expect(held.map((each) => each.said).join()).toContain(sentence);
    expect(add).toHaveLength(1);
  });

  it.each([
    [['P1,2026-10-10,07:00,15:00,WARD', 'P1,2026-10-10,14:00,22:00,WARD'], 'It overlaps the duty of line 3'],
    [['P1,2026-10-10,22:00,07:00,WARD', 'P1,2026-10-11,06:00,14:00,WARD'], 'It overlaps the duty of line 3'],
    [['P1,2026-10-10,07:00,15:00,WARD', 'P1,2026-10-10,,,LEAVE'], 'keep the duty or the leave'],
    [['P1,2026-10-10,07:00,15:00,WARD', 'P1,2026-10-10,,,RD'], 'keep the duty or the rest day'],
    [['P1,2026-10-10,,,LEAVE,,200', 'P1,2026-10-10,,,LEAVE,,280'], 'has leave of the same officer and day'],
    [['P1,2026-10-10,00:00,20:00,WARD', 'P1,2026-10-10,21:00,07:00,WARD'], 'come to 30 hours, and a day has 24'],
  ])('%j, both of them', (rows, sentence) => {
    const { held, add } = plan([...rows, GOOD]);
    expect(held).toHaveLength(2);
    expect(held.map((each) => each.said).join()).toContain(sentence);
    expect(add).toHaveLength(1);
  });

  it('of two times away that overlap, with the duty they lie in', () => {
    const rows = [
      'P1,2026-10-10,07:00,15:00,WARD',
      'P1,2026-10-10,08:00,10:00,COURT',
      'P1,2026-10-10,09:00,11:00,CUSTODY',
    ];
    expect(said(rows)).toEqual([
      expect.stringContaining('It overlaps the time away of line 3'),
      expect.stringContaining('It overlaps the time away of line 4'),
      expect.stringContaining('which is of the same duty, is held back'),
    ]);
  });
});

describe('what is held', () => {
  const duties = [HELD];
  it('stays where a row says the same', () => {
    const { outcomes, add, change } = plan(['P1,2026-10-10,07:00,15:00,WARD'], { duties });
    expect([outcomes.unchanged, add, change]).toEqual([1, [], []]);
  });

  it('takes another time, and is confirmed where the row says that it was worked', () => {
    const { change } = plan(['P1,2026-10-10,08:00,16:00,WARD'], { duties });
    expect(change).toMatchObject([
      { duty: { id: 7 }, during: { from: new Date('2026-10-10T07:00Z') }, confirm: false },
    ]);
    expect(plan(['P1,2026-10-10,07:00,15:00,WORKED'], { duties }).change).toMatchObject([{ confirm: true }]);
    expect(plan(['P1,2026-10-10,19:00,23:00,WARD'], { duties }).change).toHaveLength(1);
  });

  it('keeps a time that somebody confirmed', () => {
    const confirmed = [heldDuty(7, '2026-10-10T06:00Z', '2026-10-10T14:00Z', { confirmed: 'officer' })];
    expect(said(['P1,2026-10-10,08:00,16:00,WARD'], { duties: confirmed })[0]).toContain(
      'a planned time does not change that',
    );
    expect(said(['P1,2026-10-10,08:00,16:00,WORKED'], { duties: confirmed })[0]).toContain('settle with them');
  });

  it('is not overlapped, nor taken the place of by leave or a rest day', () => {
    const two = [HELD, heldDuty(8, '2026-10-10T15:00Z', '2026-10-10T18:00Z')];
    expect(said(['P1,2026-10-10,07:00,17:00,WARD'], { duties: two })[0]).toContain('It overlaps the duty');
    expect(said(['P1,2026-10-10,,,LEAVE'], { duties })[0]).toContain('which this leave would take the place of');
    expect(said(['P1,2026-10-10,,,RD'], { duties })[0]).toContain('which this rest day would take the place of');
  });

  it('has a time away added within it, once, and no other over that', () => {
    const away = plan(['P1,2026-10-10,10:00,12:00,COURT'], { duties });
    expect([away.add, away.change, away.away.length]).toEqual([[], [], 1]);
    const same = { duties, absences: [absence()] };
    expect(plan(['P1,2026-10-10,09:00,10:00,CUSTODY'], same).outcomes.unchanged).toBe(1);
    expect(said(['P1,2026-10-10,09:30,10:30,COURT'], same)[0]).toContain('have the officer away then');
    expect(said(['P1,2026-10-10,10:00,15:00,WARD'], same)[0]).toContain('would lie outside the duty');
  });

  it('of an earlier roster goes when a whole one lacks it, unless something hangs on it', () => {
    const next = 'P1,2026-10-11,07:00,15:00,WARD';
    const rows = ['P1,2026-10-09,,,RD', next];
    expect(plan(rows, { duties }, true).removeDuties).toEqual([HELD]);
    expect(plan(rows, { duties }, false).removeDuties).toEqual([]);
    expect(plan([next], { duties }, true).removeDuties).toEqual([]);
    const byHand = [{ ...HELD, ofRoster: false }];
    expect(plan(rows, { duties: byHand }, true).removeDuties).toEqual([]);
    const withdrawn = plan(rows, { duties, absences: [absence({ standing: 'withdrawn' })] }, true);
    expect([withdrawn.removeDuties, withdrawn.held[0]?.said]).toEqual([
      [],
      expect.stringContaining('an absence is recorded in it'),
    ]);
  });

  it('stays, and that is said, while a whole roster has rows that cannot be read', () => {
    const { removeDuties, notWhole } = plan(['P1,2026-10-09,,,RD', 'P1,"x"y,,,RD'], { duties }, true);
    expect([removeDuties, notWhole]).toEqual([[], expect.stringContaining('Nothing is removed')]);
  });

  it('of a closed month is corrected, and counted as a correction', () => {
    expect(plan(['P1,2026-08-10,07:00,15:00,WARD', 'P1,2026-10-10,07:00,15:00,WARD']).corrections).toBe(1);
  });
});

it('makes no absence without an end shorter by an earlier end of its duty', () => {
  const duties = [HELD];
  const open = absence({ to: null });
  const earlier = ['P1,2026-10-10,07:00,14:00,WARD'];
  expect(plan(earlier, { duties }).change).toHaveLength(1);
  const found = plan(earlier, { duties, absences: [open] });
  expect(found.change).toEqual([]);
  expect(found.held[0]?.said).toContain('or record when they were back');
});

describe('an absence without an end lasts to the end of its duty,', () => {
  const open = absence({ to: null });
  const held = { duties: [HELD], absences: [open] };
  const later = 'P1,2026-10-10,07:00,16:00,WARD';
  const sameStart = 'P1,2026-10-10,06:00,15:00,WARD';
  const other = 'P2,2026-10-10,07:00,15:00,WARD';

  it('which whoever ordered it does not put off by a roster, while every other row goes in', () => {
    expect(plan([later], held).change).toHaveLength(1);
    const own = plan([later, other], { ...held, ownOrders: new Set([open.id]) });
    expect([own.change.length, own.add.length]).toEqual([0, 1]);
    expect(own.held.map(({ line, said: because }) => [line, because])).toEqual([
      [
        2,
        'The officer was away from 09:00 to 15:00 on 10 October 2026 by your own order, which would then last for another time: leave the row to another sergeant or an inspector.',
      ],
    ]);
    expect(plan([sameStart], { ...held, ownOrders: new Set([open.id]) }).change).toHaveLength(1);
  });

  it('also where the roster puts that off and says the same time away, or another', () => {
    const away = (end: string) => `P1,2026-10-10,09:00,${end},CUSTODY`;
    const same = plan([later, away('16:00')], held);
    expect([same.change.length, same.outcomes.unchanged, same.held]).toEqual([1, 1, []]);
    expect(said([later, away('15:00')], held)[0]).toContain('from 09:00 to 16:00 on 10 October 2026');
  });
});

it('has a time away after midnight on New Year’s Eve be of that night', () => {
  const night = ['P1,2026-12-31,18:00,04:00,WARD', 'P1,2027-01-01,00:30,03:00,NYE'];
  expect(plan(night).add.flatMap(({ aways }) => aways.map(({ event }) => event))).toEqual(['new-years-eve-2026']);
});
