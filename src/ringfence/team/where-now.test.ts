import { describe, expect, it } from 'vitest';
import { absenceOf, at, dutyOf, orderedBy } from '../../../test/builders/ward-in-view.ts';
import { sayWhere } from './say-where.ts';
import { whereNow } from './where-now.ts';

const officer = (number: number, name: string) => ({ officer: number, name, place: 1, postClass: 'floor' as const });
const said = (now: Date, duties: Parameters<typeof dutyOf>[1][], absences: Parameters<typeof absenceOf>[1][] = []) =>
  whereNow(
    {
      officers: [officer(1, 'Ana Cole')],
      duties: duties.map((rest, index) => dutyOf(index + 1, { officer: 1, ...rest })),
      absences: absences.map((rest, index) => absenceOf(`a${index}`, rest)),
    },
    now,
  ).map(({ where }) => sayWhere(where, now));

describe('where an officer is', () => {
  it('is on the ward from the first instant of a duty to its last', () => {
    expect(said(at('14:00'), [{}])).toEqual([{ place: 'On the ward', detail: 'until 22:00' }]);
    expect(said(at('22:00'), [{}])).toEqual([{ place: 'Off duty', detail: '' }]);
    expect(said(at('13:59'), [{}])).toEqual([{ place: 'Off duty', detail: 'on duty from 14:00' }]);
  });

  it('is away by order, without an end to the end of the duty', () => {
    const order = orderedBy('duty-inspector');
    expect(said(at('21:59'), [{}], [{ to: null, order, reason: 'staffing-up' }])).toEqual([
      { place: 'Away since 15:00', detail: 'Filling a gap in a response team, by order of the duty inspector.' },
    ]);
    expect(said(at('15:30'), [{}], [{}])[0]?.detail).toBe('Emergency response, nobody has said by whose order.');
    expect(said(at('16:00'), [{}], [{}])[0]?.place).toBe('On the ward');
    expect(said(at('15:30'), [{}], [{ standing: 'withdrawn' }])[0]?.place).toBe('On the ward');
  });

  it('names the day of what is not today', () => {
    const night = { during: { from: at('22:00'), to: at('06:00', '2026-03-11') } };
    expect(said(at('01:00', '2026-03-11'), [night], [{ from: at('23:00'), to: null }])[0]?.place).toBe(
      'Away since 23:00 on 10 March 2026',
    );
    const tomorrow = { during: { from: at('08:00', '2026-03-11'), to: at('16:00', '2026-03-11') } };
    expect(said(at('09:00'), [tomorrow])[0]?.detail).toBe('on duty from 08:00 on 11 March 2026');
  });

  it('works elsewhere on a rest day', () => {
    expect(said(at('15:00'), [{ kind: 'rest-day' }])[0]?.place).toBe('Rest day worked elsewhere');
  });

  it('lists officers by name, whatever they did', () => {
    const officers = [officer(2, 'Ben Okafor'), officer(1, 'Ana Cole')];
    const rows = whereNow({ officers, duties: [dutyOf(2)], absences: [] }, at('15:00'));
    expect(rows.map((row) => row.officer.name)).toEqual(['Ana Cole', 'Ben Okafor']);
  });
});
