import { expect, it } from 'vitest';
import { floorBreach } from './floor-breach.ts';

const always = { from: '2026-01-01', until: null };
const whole = (officer: number, during: { from: string; until: string | null } = always) => ({
  officer,
  fraction: 1,
  during,
});
const days = { from: '2026-03-01', until: '2026-04-01' };
const floorOn = () => 2;
const breach = (rest: Partial<Parameters<typeof floorBreach>[0]>) =>
  floorBreach({ before: [whole(1), whole(2)], after: [whole(2)], away: [], days, floorOn, ...rest });

it('names the days on which one of two is missing', () => {
  expect(breach({})).toEqual({ days, there: 1, floor: 2 });
});

it('finds nothing where a third remains, where somebody covers, or where two halves make one', () => {
  expect(breach({ before: [whole(1), whole(2), whole(3)], after: [whole(2), whole(3)] })).toBeNull();
  expect(breach({ after: [whole(2), whole(9, days)] })).toBeNull();
  const halves = [3, 4].map((officer) => ({ officer, fraction: 0.5, during: always }));
  expect(breach({ after: [whole(2), ...halves] })).toBeNull();
});

it('counts who is posted and away as missing, on those days alone', () => {
  const three = [whole(1), whole(2), whole(3)];
  const away = [{ officer: 3, during: { from: '2026-03-10', until: '2026-03-12' } }];
  expect(breach({ before: three, after: [whole(2), whole(3)], away })?.days).toEqual({
    from: '2026-03-10',
    until: '2026-03-12',
  });
});

it('finds a gap in the cover', () => {
  const cover = whole(9, { from: '2026-03-01', until: '2026-03-31' });
  expect(breach({ after: [whole(2), cover] })).toEqual({
    days: { from: '2026-03-31', until: '2026-04-01' },
    there: 1,
    floor: 2,
  });
});

it('does not blame a change for what was missing before it', () => {
  expect(breach({ before: [whole(2)], after: [whole(2)] })).toBeNull();
});
