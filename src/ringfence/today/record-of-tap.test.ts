import { describe, expect, it } from 'vitest';
import type { DutyToday } from './model.ts';
import { recordOfTap, type Tap } from './record-of-tap.ts';

const now = new Date('2026-03-04T15:10:20Z');
const ABSENCE = {
  id: 'a1',
  from: '2026-03-04T14:30:00.000Z',
  reason: 'custody',
  event: null,
  orderedBy: null,
} as const;
const DUTY: DutyToday = {
  ...{
    duty: 7,
    day: '2026-03-04',
    ward: 'Somers Town',
    from: '2026-03-04T14:00:00.000Z',
    to: '2026-03-04T22:00:00.000Z',
  },
  ...{ absences: [], events: [{ key: 'carnival-2026', name: 'Carnival', reason: 'event' }], rule: '', permitted: [] },
  ...{ wardWork: [], ringFenced: true, shortResponseMinutes: 30, orderedBy: null, synthetic: false },
};
const tap = (rest: Partial<Tap>) => {
  let count = 0;
  const newId = () => {
    count += 1;
    return `new-${count}`;
  };
  return recordOfTap({ action: '/today/away', fields: {}, duty: DUTY, now, newId, ...rest });
};

describe('recordOfTap', () => {
  it('records a reason with who ordered it, from now', () => {
    expect(tap({ fields: { choice: 'custody', orderedBy: 'duty-inspector' } })).toEqual({
      ...{ id: 'new-1', kind: 'away', absence: 'new-2', duty: 7, at: '2026-03-04T15:10:20.000Z' },
      ...{ reason: 'custody', orderedBy: 'duty-inspector' },
    });
  });

  it('records an event of the day with its key, and no order where none was said', () => {
    const record = tap({ fields: { choice: 'event carnival-2026', orderedBy: '' } });
    expect(record).toMatchObject({ reason: 'event', event: 'carnival-2026' });
    expect(record).not.toHaveProperty('orderedBy');
  });

  it('records the usual order of a reason where none was chosen, and none where that was said', () => {
    const remembered = { ...DUTY, orderedBy: 'duty-inspector' } as const;
    expect(tap({ fields: { choice: 'training', orderedBy: '' } })).toMatchObject({ orderedBy: 'training-unit' });
    expect(tap({ duty: remembered, fields: { choice: 'custody' } })).toMatchObject({ orderedBy: 'duty-inspector' });
    expect(tap({ duty: remembered, fields: { choice: 'union' } })).not.toHaveProperty('orderedBy');
    const said = tap({ duty: remembered, fields: { choice: 'custody', orderedBy: 'not-said' } });
    expect(said).not.toHaveProperty('orderedBy');
  });

  it('records being back of the absence that has not ended', () => {
    const away = { ...DUTY, absences: [{ ...ABSENCE, to: null }] };
    expect(tap({ action: '/today/back', duty: away })).toMatchObject({ kind: 'back', absence: 'a1' });
  });

  it('records nothing that cannot be: away twice, back without being away, a reason nobody offers', () => {
    const away = { ...DUTY, absences: [{ ...ABSENCE, to: null }] };
    expect(tap({ duty: away, fields: { choice: 'custody' } })).toBeNull();
    expect(tap({ action: '/today/back' })).toBeNull();
    expect(tap({ fields: { choice: 'holiday' } })).toBeNull();
    expect(tap({ action: '/elsewhere', fields: { choice: 'custody' } })).toBeNull();
  });
});
