import { expect, it } from 'vitest';
import { sayRecorded } from './say-recorded.ts';

const RECORD = { id: 'r', absence: 'a', duty: 7, at: '2026-03-04T15:10:20.000Z' };

it('says what a tap recorded', () => {
  expect(sayRecorded({ ...RECORD, kind: 'away', reason: 'aid-borough' }, null)).toBe(
    'Recorded: away from 15:10, aid inside the borough.',
  );
  expect(sayRecorded({ ...RECORD, kind: 'away', reason: 'union' }, null)).toContain('Federation or union duty');
});

it('says how long they were away', () => {
  const ended = {
    id: 'a',
    from: '2026-03-04T14:40:59.000Z',
    to: null,
    reason: 'custody',
    event: null,
    orderedBy: null,
  } as const;
  expect(sayRecorded({ ...RECORD, kind: 'back' }, ended).replaceAll('\u00a0', ' ')).toBe(
    'Recorded: back at 15:10, after 30 m away.',
  );
});
