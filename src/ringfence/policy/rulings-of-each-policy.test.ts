import { describe, expect, it } from 'vitest';
import { at, awayFrom, calendarWith, dutyOn, emergency, ordered } from '../../../test/builders/ringfence-cases.ts';
import type { Absence, Duty, PostClass, RingfenceEvent, Ruling } from '../model.ts';
import { POST_CLASSES } from '../model.ts';
import { REASONS, type Reason } from '../reasons.ts';
import { ruleAbsence } from './rule-absence.ts';
import { SHIPPED_POLICIES } from './shipped-policies.ts';

type Name = keyof typeof SHIPPED_POLICIES;
/** Ruled for a floor officer, an extra officer and a PCSO, in this order. */
type OfClasses = readonly [Ruling, Ruling, Ruling];

const BREACH: OfClasses = ['breach', 'unruled', 'breach'];
const EXCEPTION: OfClasses = ['exception', 'exception', 'exception'];
const PERMITTED: OfClasses = ['permitted', 'permitted', 'permitted'];
const KEPT: OfClasses = ['kept', 'kept', 'kept'];

/** For a whole duty of a plain Wednesday, ordered and naming no event: by the literal reading, and by the default. */
const BY_REASON: Record<Reason, Record<Name, OfClasses>> = {
  response: { 'literal-2017': BREACH, 'permitted-default': BREACH },
  'staffing-up': { 'literal-2017': BREACH, 'permitted-default': BREACH },
  'aid-borough': { 'literal-2017': BREACH, 'permitted-default': BREACH },
  'aid-unit': { 'literal-2017': BREACH, 'permitted-default': BREACH },
  'aid-force': { 'literal-2017': BREACH, 'permitted-default': BREACH },
  'aid-other-force': { 'literal-2017': BREACH, 'permitted-default': BREACH },
  'cover-ward': { 'literal-2017': BREACH, 'permitted-default': BREACH },
  custody: { 'literal-2017': BREACH, 'permitted-default': BREACH },
  'constant-watch': { 'literal-2017': BREACH, 'permitted-default': BREACH },
  'scene-guard': { 'literal-2017': BREACH, 'permitted-default': BREACH },
  'court-own-case': { 'literal-2017': BREACH, 'permitted-default': PERMITTED },
  'court-other': { 'literal-2017': BREACH, 'permitted-default': BREACH },
  training: { 'literal-2017': BREACH, 'permitted-default': PERMITTED },
  attachment: { 'literal-2017': BREACH, 'permitted-default': BREACH },
  union: { 'literal-2017': BREACH, 'permitted-default': PERMITTED },
  'occupational-health': { 'literal-2017': BREACH, 'permitted-default': PERMITTED },
  event: { 'literal-2017': BREACH, 'permitted-default': BREACH },
  'major-emergency': { 'literal-2017': BREACH, 'permitted-default': BREACH },
  'rest-day-given-back': { 'literal-2017': BREACH, 'permitted-default': BREACH },
  'ward-work': { 'literal-2017': KEPT, 'permitted-default': KEPT },
  other: { 'literal-2017': BREACH, 'permitted-default': BREACH },
};

/** Cases that turn on the day, the event, the order or the minutes; the shipped policies agree on all of them. */
interface DatedCase {
  called: string;
  duty: Duty;
  away: Partial<Absence>;
  entered?: RingfenceEvent;
  comesTo: OfClasses;
  late?: true;
}

const carnival = (year: number) => ({ reason: 'event', event: `carnival-${year}` }) as const;
const eve = { reason: 'event', event: 'new-years-eve-2026' } as const;
const bridge = { reason: 'major-emergency', event: emergency().key, from: at('2026-08-03', '16:00') } as const;
const bridgeDay = dutyOn('2026-08-03');
const night = (day: string, from: Date, to: Date) => dutyOn(day, { during: { from, to } });
const newYear = night('2026-12-31', at('2026-12-31', '22:00'), at('2027-01-01', '07:00'));

/** A response of so many minutes from 15:00. */
const response = (minutes: number) => {
  const from = at('2026-10-14', '15:00');
  return { reason: 'response', from, to: new Date(from.getTime() + minutes * 60_000) } as const;
};

const DATED: readonly DatedCase[] = [
  { called: 'Carnival Sunday', duty: dutyOn('2026-08-30'), away: carnival(2026), comesTo: EXCEPTION },
  { called: 'Carnival Monday', duty: dutyOn('2026-08-31'), away: carnival(2026), comesTo: EXCEPTION },
  { called: 'the Saturday before Carnival', duty: dutyOn('2026-08-29'), away: carnival(2026), comesTo: BREACH },
  { called: 'the day after Carnival', duty: dutyOn('2026-09-01'), away: carnival(2026), comesTo: BREACH },
  {
    called: 'Carnival Monday’s duty past midnight',
    duty: night('2026-08-31', at('2026-08-31', '18:00'), at('2026-09-01', '04:00')),
    away: { ...carnival(2026), from: at('2026-09-01', '01:00') },
    comesTo: EXCEPTION,
  },
  { called: 'Carnival of another year', duty: dutyOn('2026-08-30'), away: carnival(2025), comesTo: BREACH },
  { called: 'Carnival called off in 2020', duty: dutyOn('2020-08-30'), away: carnival(2020), comesTo: BREACH },
  { called: 'Carnival called off in 2021', duty: dutyOn('2021-08-29'), away: carnival(2021), comesTo: BREACH },
  { called: 'Carnival of 2019', duty: dutyOn('2019-08-25'), away: carnival(2019), comesTo: EXCEPTION },
  { called: 'Carnival of 2022', duty: dutyOn('2022-08-29'), away: carnival(2022), comesTo: EXCEPTION },
  {
    called: 'Carnival that the unit called off',
    duty: dutyOn('2026-08-30'),
    away: carnival(2026),
    entered: {
      ...emergency(),
      key: 'carnival-2026',
      kind: 'carnival',
      name: 'Carnival',
      firstDay: '2026-08-30',
      lastDay: '2026-08-31',
      authorised: null,
      calledOff: 'Storm.',
    },
    comesTo: BREACH,
  },
  {
    called: 'Carnival with an order but no event named',
    duty: dutyOn('2026-08-30'),
    away: { reason: 'event' },
    comesTo: BREACH,
  },
  {
    called: 'Carnival with the event but no order',
    duty: dutyOn('2026-08-30'),
    away: { ...carnival(2026), order: null },
    comesTo: BREACH,
  },
  {
    called: 'Carnival that nobody ordered them to',
    duty: dutyOn('2026-08-30'),
    away: { ...carnival(2026), order: ordered({ by: 'nobody' }) },
    comesTo: BREACH,
  },
  {
    called: 'Carnival ordered after it had begun',
    duty: dutyOn('2026-08-30'),
    away: { ...carnival(2026), order: ordered({ at: at('2026-08-30', '14:30') }) },
    comesTo: EXCEPTION,
    late: true,
  },
  {
    called: 'aid on Carnival Sunday for another reason',
    duty: dutyOn('2026-08-30'),
    away: { reason: 'aid-force' },
    comesTo: BREACH,
  },
  { called: 'New Year’s Eve', duty: dutyOn('2026-12-31'), away: eve, comesTo: EXCEPTION },
  { called: 'New Year’s Eve past midnight, to the duty’s end', duty: newYear, away: eve, comesTo: EXCEPTION },
  {
    called: 'called away after midnight on a duty of New Year’s Eve',
    duty: newYear,
    away: { ...eve, from: at('2027-01-01', '03:00') },
    comesTo: EXCEPTION,
  },
  {
    called: 'a duty that starts on 1 January',
    duty: night('2027-01-01', at('2027-01-01', '00:00'), at('2027-01-01', '08:00')),
    away: eve,
    comesTo: BREACH,
  },
  {
    called: 'a duty that starts on the 30th and runs into New Year’s Eve',
    duty: night('2026-12-30', at('2026-12-30', '22:00'), at('2026-12-31', '07:00')),
    away: eve,
    comesTo: BREACH,
  },
  { called: 'a major emergency', duty: bridgeDay, away: bridge, entered: emergency(), comesTo: EXCEPTION },
  { called: 'a major emergency that is on no calendar', duty: bridgeDay, away: bridge, comesTo: BREACH },
  {
    called: 'a major emergency authorised late',
    duty: bridgeDay,
    away: bridge,
    entered: emergency({ at: at('2026-08-03', '18:00') }),
    comesTo: EXCEPTION,
    late: true,
  },
  {
    called: 'a major emergency whose authorisation has expired',
    duty: bridgeDay,
    away: { ...bridge, from: at('2026-08-03', '20:30') },
    entered: emergency(),
    comesTo: BREACH,
  },
  {
    called: 'a major emergency authorised by too low a rank',
    duty: bridgeDay,
    away: bridge,
    entered: emergency({ rank: 'Inspector' }),
    comesTo: BREACH,
  },
  {
    called: 'a major emergency that nobody was ordered to',
    duty: bridgeDay,
    away: { ...bridge, order: null },
    entered: emergency(),
    comesTo: BREACH,
  },
  {
    called: 'a major emergency that was called off',
    duty: bridgeDay,
    away: bridge,
    entered: { ...emergency(), calledOff: 'A false alarm.' },
    comesTo: BREACH,
  },
  {
    called: 'a major emergency on a duty of the night before',
    duty: night('2026-08-02', at('2026-08-02', '22:00'), at('2026-08-03', '07:00')),
    away: { ...bridge, from: at('2026-08-03', '04:00') },
    entered: emergency({ at: at('2026-08-03', '03:50') }),
    comesTo: EXCEPTION,
  },
  { called: 'a response of 29 minutes', duty: dutyOn('2026-10-14'), away: response(29), comesTo: KEPT },
  { called: 'a response of 30 minutes', duty: dutyOn('2026-10-14'), away: response(30), comesTo: BREACH },
  {
    called: 'a response that is not over',
    duty: dutyOn('2026-10-14'),
    away: { ...response(5), to: null },
    comesTo: BREACH,
  },
];

const ruled = (name: Name, duty: Duty, postClass: PostClass, away: Partial<Absence>, entered?: RingfenceEvent) =>
  ruleAbsence({
    absence: awayFrom(duty, away),
    duty: { ...duty, postClass },
    timeline: [SHIPPED_POLICIES[name]],
    events: entered === undefined ? calendarWith() : calendarWith(entered),
  });

describe.each(['literal-2017', 'permitted-default'] as const)('by %s', (name) => {
  const rows = REASONS.flatMap(({ reason }) =>
    POST_CLASSES.map((postClass, index) => ({ reason, postClass, ruling: BY_REASON[reason][name][index] })),
  );
  it.each(rows)('$reason of a $postClass post, ordered on a plain day: $ruling', ({ reason, postClass, ruling }) => {
    const found = ruled(name, dutyOn('2026-10-14'), postClass, { reason });
    expect(found).toMatchObject({ ruling, late: false, counted: { reason, orderedBy: 'operations-room', event: '' } });
    expect(found.because).toMatch(/^[A-Z].*\.$/);
  });

  const dated = DATED.flatMap((each) =>
    POST_CLASSES.map((postClass, index) => ({ ...each, postClass, ruling: each.comesTo[index] })),
  );
  it.each(dated)(
    '$called, of a $postClass post: $ruling',
    ({ duty, away, entered, postClass, ruling, late = false }) => {
      expect(ruled(name, duty, postClass, away, entered)).toMatchObject({ ruling, late });
    },
  );
});

it('has a table for every policy that is shipped', () => {
  const tabled = [...new Set(Object.values(BY_REASON).flatMap((each) => Object.keys(each)))];
  expect(tabled).toEqual(Object.keys(SHIPPED_POLICIES));
});
