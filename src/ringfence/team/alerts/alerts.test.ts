import { describe, expect, it } from 'vitest';
import { absenceOf, at, BLOOMSBURY_WARD, dutyOf, orderedBy, policyOf } from '../../../../test/builders/ward-in-view.ts';
import type { LedgerTotal } from '../../model.ts';
import type { Ruled } from '../model.ts';
import type { AlertQuestion } from './alert.ts';
import { ALERT_RULES, findAlerts } from './find-alerts.ts';

const NOW = at('15:30');
const ruled = (ruling: Ruled['ruling']): Ruled => ({ ruling, because: `It is ${ruling}.`, late: false });

/** A ward with its one officer on it, at half past three. */
function asked(rest: Partial<AlertQuestion['inView']> = {}, totals: LedgerTotal[] = []): AlertQuestion {
  const inView = {
    ward: BLOOMSBURY_WARD,
    officers: [],
    duties: [dutyOf(1)],
    absences: [],
    ...{ uncounted: new Set<number>(), rulings: new Map() },
    policy: policyOf(),
    ...rest,
  };
  return { inView, now: NOW, totals };
}

const totalOf = (account: LedgerTotal['account'], minutes: number, place = 1): LedgerTotal => ({
  place,
  month: '2026-03',
  postClass: 'floor',
  account,
  reason: '',
  orderedBy: '',
  event: '',
  late: false,
  minutes,
  officers: 1,
  synthetic: false,
});

/** What is found where one rule alone finds anything. */
function only(rule: string, question: AlertQuestion) {
  const found = findAlerts(question);
  expect([...new Set(found.map((alert) => alert.rule))]).toEqual([rule]);
  return found;
}

describe('alerts of a ward', () => {
  it('finds nothing where the planned cover is there', () => {
    expect(findAlerts(asked())).toEqual([]);
  });

  it('below-planned-cover: nobody on duty', () => {
    const [alert] = only('below-planned-cover', asked({ duties: [] }));
    expect(alert?.sentence).toBe('Bloomsbury has no officer on the ward until 22:00.');
    expect(alert?.by).toBe('The planned cover is 1 officer at this time of day.');
    expect(alert?.whoAnswers).toContain('sergeant');
  });

  it('below-planned-cover: who is away does not cover, until they are back', () => {
    const [alert] = only('below-planned-cover', asked({ absences: [absenceOf('a')] }));
    expect(alert?.sentence).toBe('Bloomsbury has no officer on the ward until 16:00.');
    expect(findAlerts(asked({ absences: [absenceOf('a', { standing: 'withdrawn' })] }))).toEqual([]);
    expect(findAlerts({ ...asked({ absences: [absenceOf('a')] }), now: at('16:00') })).toEqual([]);
  });

  it('below-planned-cover: an officer does not stand in for a PCSO, nor work on a rest day for a duty', () => {
    const policy = policyOf({ cover: [{ from: '14:00', to: '22:00', officers: 1, pcsos: 1 }] });
    const [alert] = only('below-planned-cover', asked({ policy, duties: [dutyOf(1), dutyOf(2)] }));
    expect(alert?.sentence).toBe('Bloomsbury has no PCSO on the ward until 22:00.');
    const elsewhere = { reason: 'aid-force', order: null, event: null } as const;
    expect(findAlerts(asked({ duties: [dutyOf(1, { kind: 'rest-day', elsewhere })] }))).toHaveLength(1);
  });

  it('below-planned-cover: one of two', () => {
    const policy = policyOf({ cover: [{ from: '14:00', to: '22:00', officers: 2, pcsos: 0 }] });
    expect(findAlerts(asked({ policy }))[0]?.sentence).toBe('Bloomsbury has 1 of 2 officers on the ward until 22:00.');
  });

  it('below-planned-cover: a window over midnight is of the day on which it starts', () => {
    const policy = policyOf({ cover: [{ from: '22:00', to: '02:00', officers: 1, pcsos: 0 }] });
    const night = { ...asked({ policy, duties: [] }), now: at('01:00', '2026-03-11') };
    expect(only('below-planned-cover', night)[0]?.sentence).toBe('Bloomsbury has no officer on the ward until 02:00.');
    expect(findAlerts({ ...night, now: at('02:00', '2026-03-11') })).toEqual([]);
  });

  it('breach-to-come: while there is time to take it back', () => {
    const absence = absenceOf('a', {
      from: at('18:00'),
      to: at('20:00'),
      reason: 'staffing-up',
      order: orderedBy('duty-inspector'),
    });
    const rulings = new Map([['a', ruled('breach')]]);
    const [alert] = only('breach-to-come', asked({ absences: [absence], rulings }));
    expect(alert?.sentence).toBe(
      'An officer of Bloomsbury is to be away from 18:00 for filling a gap in a response team, which would be a breach.',
    );
    expect(alert?.by).toBe('It is breach.');
    expect(alert?.whoAnswers).toMatch(/^The duty inspector ordered it/);
    expect(findAlerts(asked({ absences: [absence], rulings: new Map([['a', ruled('permitted')]]) }))).toEqual([]);
    const covered = { absences: [absence], rulings, duties: [dutyOf(1), dutyOf(2)] };
    expect(findAlerts({ ...asked(covered), now: at('18:00') })).toEqual([]);
  });

  it('late-authorisation-to-come: an event that is planned and not ordered', () => {
    const event = { reason: 'major-emergency', event: 'emergency-2026-03-10-bridge', from: at('18:00') } as const;
    const [alert] = only('late-authorisation-to-come', asked({ absences: [absenceOf('a', event)] }));
    expect(alert?.sentence).toContain('from 18:00 for major emergency, and nobody has ordered it yet');
    const ordered = absenceOf('a', { ...event, order: orderedBy('senior-officer') });
    expect(findAlerts(asked({ absences: [ordered] }))).toEqual([]);
  });

  it('exception-without-order: an event that has begun', () => {
    const away = { reason: 'event', event: 'new-years-eve-2026', from: at('15:00') } as const;
    const duties = [dutyOf(1), dutyOf(2)];
    const [alert] = only('exception-without-order', asked({ duties, absences: [absenceOf('a', away)] }));
    expect(alert?.sentence).toBe(
      'An officer of Bloomsbury was called away from 15:00 for Carnival or New Year’s Eve, and nobody has said who ordered it.',
    );
    const ordered = absenceOf('a', { ...away, order: orderedBy('operations-room') });
    expect(findAlerts(asked({ duties, absences: [ordered] }))).toEqual([]);
    expect(findAlerts(asked({ duties, absences: [absenceOf('a')] }))).toEqual([]);
  });

  it('past-the-rate: breaches and what nobody ruled, of all rostered time of this ward', () => {
    const totals = [totalOf('confirmed', 800), totalOf('breach', 101), totalOf('unruled', 50), totalOf('leave', 9_000)];
    const [alert] = only('past-the-rate', asked({}, totals));
    expect(alert?.sentence).toMatch(/^15[.]9% of the rostered time of Bloomsbury/);
    expect(alert?.by).toContain('10.0%');
    expect(findAlerts(asked({}, [totalOf('confirmed', 900), totalOf('breach', 100)]))).toEqual([]);
    expect(findAlerts(asked({}, [totalOf('confirmed', 900), totalOf('breach', 900, 2)]))).toEqual([]);
  });

  it('has a test for every rule', () => {
    expect(ALERT_RULES.map(({ name }) => name)).toEqual([
      'below-planned-cover',
      'breach-to-come',
      'late-authorisation-to-come',
      'exception-without-order',
      'past-the-rate',
    ]);
  });
});
