import { describe, expect, it } from 'vitest';
import { Refused } from '../../lib/refused.ts';
import { becauseOf, eventOf, instantAround, reasonOf } from './read-step-form.ts';

const night = {
  day: '2026-10-24',
  during: { from: new Date('2026-10-24T21:00:00Z'), to: new Date('2026-10-25T07:00:00Z') },
};

describe('forms about a duty', () => {
  it('read a time within the duty, also after midnight and where it comes twice', () => {
    expect(instantAround(night, '22:30', 'from')).toEqual(new Date('2026-10-24T21:30:00Z'));
    expect(instantAround(night, '01:30', 'from')).toEqual(new Date('2026-10-25T00:30:00Z'));
    expect(instantAround(night, '06:00', 'to')).toEqual(new Date('2026-10-25T06:00:00Z'));
    const late = { ...night, during: { ...night.during, from: new Date('2026-10-25T01:00:00Z') } };
    expect(instantAround({ ...late, day: '2026-10-25' }, '01:30', 'from')).toEqual(new Date('2026-10-25T01:30:00Z'));
  });

  it('leave a time outside to the rules of the duty', () => {
    expect(instantAround(night, '12:00', 'from')).toEqual(new Date('2026-10-24T11:00:00Z'));
  });

  it('say what is missing beside its field', () => {
    expect(() => instantAround(night, 'soon', 'from')).toThrow('Type a time of day as 15:10.');
    expect(() => becauseOf({ because: '  ' }, 'Say why.')).toThrow('Say why.');
    expect(() => becauseOf({ because: 'a\0b' }, 'Say why.')).toThrow('characters that cannot be seen');
    expect(becauseOf({ because: ' Late \n entry ' }, 'Say why.')).toBe('Late \n entry');
    expect(() => reasonOf('holiday')).toThrow('Choose what it was for.');
    expect(reasonOf('custody')).toBe('custody');
  });
});

describe('eventOf', () => {
  const events = [{ key: 'carnival-2026', kind: 'carnival' }] as const;
  it('takes an event of the day, and asks for it where what it was for is one', () => {
    expect(eventOf('carnival-2026', { reason: 'event', events })).toBe('carnival-2026');
    expect(() => eventOf('', { reason: 'event', events })).toThrow(Refused);
    expect(() => eventOf('another-year', { reason: 'event', events })).toThrow(Refused);
  });

  it('lets other reasons be, and a day without such an event', () => {
    expect(eventOf('', { reason: 'custody', events })).toBeNull();
    expect(eventOf('', { reason: 'major-emergency', events })).toBeNull();
  });
});
