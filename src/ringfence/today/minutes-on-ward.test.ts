import { describe, expect, it } from 'vitest';
import { minutesOnWard } from './minutes-on-ward.ts';

const at = (time: string, day = '2026-03-04') => `${day}T${time}:00.000Z`;
const duty = (absences: { from: string; to: string | null }[]) => ({ from: at('14:00'), to: at('22:00'), absences });

describe('minutesOnWard', () => {
  it('counts whole minutes on the ward, and what is left', () => {
    expect(minutesOnWard(duty([]), new Date('2026-03-04T15:10:59Z'))).toEqual({
      ...{ stands: 'under way', length: 480, onWard: 70, away: 0, left: 410 },
      stretches: [{ kind: 'ward', from: 0, to: 70 }],
    });
  });

  it('counts an absence without an end until now, and one with an end to its end', () => {
    const twice = [
      { from: at('16:00'), to: null },
      { from: at('14:30'), to: at('15:00') },
    ];
    const { onWard, away, stretches } = minutesOnWard(duty(twice), new Date(at('16:20')));
    expect([onWard, away]).toEqual([90, 50]);
    expect(stretches).toEqual([
      { kind: 'ward', from: 0, to: 30 },
      { kind: 'away', from: 30, to: 60 },
      { kind: 'ward', from: 60, to: 120 },
      { kind: 'away', from: 120, to: 140 },
    ]);
  });

  it('is nothing before the duty and no more than the duty after it', () => {
    expect(minutesOnWard(duty([]), new Date(at('13:00')))).toMatchObject({ stands: 'to come', onWard: 0, left: 480 });
    const over = minutesOnWard(duty([{ from: at('21:00'), to: null }]), new Date(at('23:00')));
    expect(over).toMatchObject({ stands: 'over', onWard: 420, away: 60, left: 0 });
  });

  it('counts minutes that pass on the night that summer time begins', () => {
    const night = { from: at('22:00', '2026-03-28'), to: at('06:00', '2026-03-29'), absences: [] };
    expect(minutesOnWard(night, new Date(at('06:00', '2026-03-29')))).toMatchObject({ length: 480, onWard: 480 });
  });

  it('counts no minute twice where times overlap', () => {
    const overlapping = [
      { from: at('14:30'), to: at('15:00') },
      { from: at('14:40'), to: at('14:50') },
    ];
    expect(minutesOnWard(duty(overlapping), new Date(at('15:30')))).toMatchObject({ onWard: 60, away: 30 });
  });
});
