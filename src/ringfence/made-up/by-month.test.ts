import { expect, it } from 'vitest';
import type { LedgerLine } from '../model.ts';
import { byMonth } from './by-month.ts';

const line = (day: string, minutes: number, rest: Partial<LedgerLine> = {}): LedgerLine => ({
  ...{ officer: 1, place: 2, month: `${day.slice(0, 7)}-01`, day, postClass: 'floor', duty: 3, absence: null, minutes },
  ...{ account: 'confirmed', reason: '', orderedBy: '', event: '', late: false, policy: null },
  ...rest,
});

it('sums an officer’s month by what the minutes were, and leaves months, officers and accounts apart', () => {
  const away = { account: 'breach', reason: 'custody', orderedBy: 'duty-inspector', absence: 'a' } as const;
  const lines = [
    line('2026-03-02', 480),
    line('2026-03-03', 300),
    line('2026-03-03', 180, away),
    line('2026-04-01', 60),
  ];
  expect(byMonth([...lines, line('2026-03-04', 480, { officer: 2 })])).toEqual([
    line('2026-03-01', 780, { duty: null }),
    line('2026-03-01', 180, { ...away, duty: null, absence: null }),
    line('2026-04-01', 60, { duty: null }),
    line('2026-03-01', 480, { officer: 2, duty: null }),
  ]);
});
