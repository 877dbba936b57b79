import { describe, expect, it } from 'vitest';
import { choosePlanBefore } from './choose-plan-before.ts';
import type { ListedPlan } from './model.ts';

const NOW = new Date('2026-06-15T12:00:00Z');
const listed = (id: string, from: string, publishedOn: string, change: Partial<ListedPlan> = {}): ListedPlan => ({
  id,
  unit: 'Central North',
  inForceFrom: from,
  publishedAt: new Date(`${publishedOn}T12:00:00Z`),
  sequence: Number(id),
  alone: false,
  withdrawn: null,
  boundaryVersion: 'wards-2022',
  synthetic: false,
  ...change,
});
const withdrawnOn = (day: string) => ({ withdrawn: { at: new Date(`${day}T12:00:00Z`), reason: 'wrong' } });
const chosen = (plans: ListedPlan[], plan: ListedPlan) => choosePlanBefore([plan, ...plans], plan, NOW);
const first = listed('1', '2026-01-01', '2026-01-01');

describe('what a published plan took the place of', () => {
  it('is nothing, for the first one', () => {
    const later = listed('2', '2026-03-01', '2026-02-20');
    expect(chosen([later], first)).toEqual({ kind: 'past', before: null, first: true });
  });

  it('is the plan in force then, whatever was published or withdrawn afterwards', () => {
    const second = listed('2', '2026-03-01', '2026-02-20');
    const third = listed('3', '2026-02-01', '2026-04-01');
    expect(chosen([first, third], second)).toMatchObject({ kind: 'past', before: { id: '1' }, first: false });
    const gone = { ...first, ...withdrawnOn('2026-05-01') };
    expect(chosen([gone], second)).toMatchObject({ kind: 'past', before: { id: '1' } });
    expect(chosen([{ ...first, ...withdrawnOn('2026-02-28') }], second)).toMatchObject({ before: null, first: false });
  });

  it('tells two of the same instant apart by the order of publication', () => {
    const twin = { ...first, id: '2', sequence: first.sequence + 1 };
    expect(chosen([twin], first)).toEqual({ kind: 'past', before: null, first: true });
    expect(chosen([first], twin)).toMatchObject({ kind: 'past', before: { id: '1' } });
  });

  it('is what stood when its day came, where it waited for its day', () => {
    const waited = listed('2', '2026-05-01', '2026-02-01');
    const meanwhile = listed('3', '2026-04-01', '2026-04-01');
    expect(chosen([first, meanwhile], waited)).toMatchObject({ before: { id: '3' } });
  });

  it('is what would stand, while its day is still to come', () => {
    const coming = listed('2', '2026-07-01', '2026-06-01');
    expect(chosen([first], coming)).toMatchObject({ kind: 'coming', before: { id: '1' } });
    expect(chosen([], coming)).toEqual({ kind: 'coming', before: null });
  });

  it('is told of a withdrawn plan too, but not of one withdrawn before its day', () => {
    const gone = listed('2', '2026-03-01', '2026-02-20', withdrawnOn('2026-04-01'));
    expect(chosen([first], gone)).toMatchObject({ kind: 'past', before: { id: '1' } });
    const never = listed('2', '2026-03-01', '2026-02-01', withdrawnOn('2026-02-20'));
    expect(chosen([first], never)).toMatchObject({
      kind: 'nothing',
      because: expect.stringContaining('before its day'),
    });
  });

  it('is nothing where another plan of the same day took its place before it came', () => {
    const one = listed('2', '2026-05-01', '2026-02-01');
    const other = listed('3', '2026-05-01', '2026-03-01');
    expect(chosen([first, other], one)).toMatchObject({
      kind: 'nothing',
      because: expect.stringContaining('plan 3 was'),
    });
    const sameDay = [listed('2', '2026-07-01', '2026-02-01'), listed('3', '2026-07-01', '2026-03-01')] as const;
    expect(chosen([sameDay[1]], sameDay[0])).toMatchObject({ because: expect.stringContaining('plan 3 comes') });
  });

  it('is no plan of other wards, and none of made-up figures for a real one', () => {
    const second = listed('2', '2026-03-01', '2026-02-20');
    expect(chosen([{ ...first, boundaryVersion: 'wards-2026' }], second)).toMatchObject({ before: null, first: true });
    expect(chosen([{ ...first, synthetic: true }], second)).toMatchObject({ before: null, first: false });
  });
});
