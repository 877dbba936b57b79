import { describe, expect, it } from 'vitest';
import { BLOOMSBURY_WARD } from '../../../test/builders/ward-in-view.ts';
import type { LedgerTotal } from '../model.ts';
import { awayMinutes, wardMinutes } from './ledger-view.ts';

const totalOf = (rest: Partial<LedgerTotal>): LedgerTotal => ({
  place: 1,
  month: '2026-03',
  postClass: 'floor',
  account: 'confirmed',
  reason: '',
  orderedBy: '',
  event: '',
  late: false,
  minutes: 60,
  officers: 1,
  synthetic: false,
  ...rest,
});
const HOLBORN = { ...BLOOMSBURY_WARD, place: 2, name: 'Holborn' };

describe('the ledger of a borough', () => {
  it('adds rostered time of every class, and leaves leave and work besides duty apart', () => {
    const totals = [
      totalOf({}),
      totalOf({ postClass: 'pcso', minutes: 30 }),
      totalOf({ account: 'breach', reason: 'custody', minutes: 15 }),
      totalOf({ account: 'leave', minutes: 480 }),
      totalOf({ account: 'overtime', reason: 'aid-force', minutes: 120 }),
      totalOf({ place: 2, minutes: 7 }),
    ];
    const [bloomsbury, holborn] = wardMinutes([HOLBORN, BLOOMSBURY_WARD], totals);
    expect(bloomsbury).toMatchObject({ ward: { name: 'Bloomsbury' }, rostered: 105 });
    expect(bloomsbury?.minutes).toMatchObject({ confirmed: 90, breach: 15, leave: 480, overtime: 120 });
    expect(holborn).toMatchObject({ ward: { name: 'Holborn' }, rostered: 7 });
  });

  it('adds what is alike of minutes elsewhere, and ranks nothing', () => {
    const custody = { account: 'breach', reason: 'custody', orderedBy: 'duty-inspector' } as const;
    const rows = awayMinutes([
      totalOf({ ...custody, minutes: 1 }),
      totalOf({ account: 'permitted', reason: 'training', orderedBy: 'training-unit', minutes: 900 }),
      totalOf({ ...custody, place: 2, minutes: 2 }),
      totalOf({}),
    ]);
    expect(rows.map(({ reason, minutes }) => [reason, minutes])).toEqual([
      ['custody', 3],
      ['training', 900],
    ]);
  });
});
