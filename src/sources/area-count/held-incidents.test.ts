import { expect, it } from 'vitest';
import type { Month } from '../../lib/calendar/month.ts';
import { firstAsked, heldIncidents, monthsHeld } from './held-incidents.ts';
import type { LakeFile } from './model.ts';

const file = (month: Month, importId: number, vintage: string): LakeFile => ({
  ...{ path: '', force: 'metropolitan', file: 'a.zip', rows: 1, wardSets: [] },
  ...{ month, importId, vintage },
});

it('says which months and vintages are held, the newest vintage first', () => {
  expect(heldIncidents('street', [])).toBeNull();
  const files = [file('2024-02', 1, 'first'), file('2022-01', 1, 'first'), file('2024-01', 2, 'second')];
  expect(heldIncidents('street', files)).toEqual({
    ...{ source: 'street', from: '2022-01', to: '2024-02' },
    vintages: ['second', 'first'],
  });
});

it('offers every month of all kinds, and asks first of the last year of the first', () => {
  const held = [
    { source: 'street' as const, from: '2022-01' as const, to: '2024-02' as const, vintages: [] },
    { source: 'stop-and-search' as const, from: '2024-01' as const, to: '2024-04' as const, vintages: [] },
  ];
  expect([monthsHeld(held)[0], monthsHeld(held).length]).toEqual(['2022-01', 28]);
  expect(firstAsked(held)).toEqual({ from: '2023-03', to: '2024-02' });
  expect(firstAsked(held.slice(1))).toEqual({ from: '2024-01', to: '2024-04' });
  expect([monthsHeld([]), firstAsked([])]).toEqual([[], { from: '', to: '' }]);
});
