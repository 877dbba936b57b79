import { describe, expect, it } from 'vitest';
import type { Absence } from '../model.ts';
import { judgeAway } from './judge-away.ts';

const at = (time: string) => new Date(`2026-03-10T${time}:00Z`);
const absence = (from: string, to: string | null, rest: Partial<Absence> = {}): Absence => ({
  ...{ id: `absence at ${from}`, duty: 1, officer: 1, place: 1, day: '2026-03-10' },
  ...{ from: at(from), to: to === null ? null : at(to), reason: 'custody', event: null, order: null },
  ...{ covers: null, chargedTo: null, note: '', standing: 'recorded', synthetic: false, version: 1, ...rest },
});
const said = (from: string, device = 'mine') =>
  ({ from: at(from), reason: 'custody', orderedBy: null, device }) as const;
const judge = (from: string, recorded: Absence, device: string | null) =>
  judgeAway(said(from), [{ absence: recorded, device }]);

describe('of another phone, or of a page', () => {
  it('is the same when it is near and of the same reason', () => {
    for (const from of ['15:05', '15:10', '15:15'])
      expect(judge(from, absence('15:10', null), 'theirs')).toMatchObject({ kind: 'same' });
    expect(judge('15:12', absence('15:10', '16:00'), null)).toMatchObject({ kind: 'same' });
  });

  it('differs when it is later, or of another reason or order', () => {
    expect(judge('15:16', absence('15:10', null), 'theirs')).toMatchObject({ kind: 'differs' });
    expect(judge('15:10', absence('15:10', null, { reason: 'training' }), 'theirs')).toMatchObject({ kind: 'differs' });
    const ordered = { ...said('15:10'), orderedBy: 'court' } as const;
    expect(judgeAway(ordered, [{ absence: absence('15:10', null), device: 'theirs' }])).toMatchObject({
      kind: 'differs',
    });
  });

  it('is new once the other is over, or long before it', () => {
    expect(judge('16:00', absence('15:10', '16:00'), 'theirs')).toMatchObject({ kind: 'new' });
    expect(judge('15:04', absence('15:10', null), 'theirs')).toMatchObject({ kind: 'new' });
  });
});

describe('of the same phone', () => {
  it('is another one, however near', () => {
    expect(judge('15:08', absence('15:10', '15:20'), 'mine')).toMatchObject({ kind: 'new' });
    expect(judge('15:20', absence('15:10', '15:20'), 'mine')).toMatchObject({ kind: 'new' });
  });

  it('comes after a “back” that is on its way', () => {
    expect(judge('16:00', absence('15:10', null), 'mine')).toMatchObject({ kind: 'before-back' });
  });

  it('begins where the last one ended that took less than its minute', () => {
    expect(judge('15:10', absence('15:10', '15:11'), 'mine')).toEqual({ kind: 'new', from: at('15:11') });
  });
});

it('passes over what was withdrawn', () => {
  expect(judge('15:10', absence('15:10', null, { standing: 'withdrawn' }), 'theirs')).toMatchObject({ kind: 'new' });
});
