import { describe, expect, it } from 'vitest';
import type { QueuedRecord } from './model.ts';
import { isStillKept, recordsToSend, settleAnswers } from './queue-decisions.ts';

const record = (id: string, time = '14:42', held: string | null = null): QueuedRecord => ({
  ...{ id, kind: 'away', absence: `of ${id}`, duty: 7, at: `2026-03-04T${time}:00.000Z`, reason: 'custody', held },
});

describe('recordsToSend', () => {
  it('sends the oldest first, fifty at a time, and nothing that is held', () => {
    expect(
      recordsToSend([record('b', '15:00'), record('c', '14:00', 'Look.'), record('a', '14:42')]).map(({ id }) => id),
    ).toEqual(['a', 'b']);
    const many = Array.from({ length: 60 }, (_, index) => record(`${index}`));
    expect(recordsToSend(many)).toHaveLength(50);
  });
});

describe('settleAnswers', () => {
  const queue = [record('a'), record('b'), record('c'), record('d'), record('e')];

  it('removes what was answered for, keeps in sight what is held, and drops nothing else', () => {
    const answers = [
      { id: 'a', outcome: 'taken', said: '' },
      { id: 'b', outcome: 'again', said: '' },
      { id: 'c', outcome: 'waiting', said: '' },
      { id: 'd', outcome: 'held', said: 'A sergeant must look at it.' },
    ] as const;
    expect(settleAnswers(queue, answers)).toEqual({
      remove: ['a', 'b', 'c'],
      hold: [{ ...record('d'), held: 'A sergeant must look at it.' }],
    });
  });

  it('takes no notice of answers for what it did not ask', () => {
    expect(settleAnswers(queue, [{ id: 'x', outcome: 'taken', said: '' }])).toEqual({ remove: [], hold: [] });
  });
});

it('keeps a duty until it is over', () => {
  const duty = { to: '2026-03-05T06:00:00.000Z' };
  expect(isStillKept(duty, new Date('2026-03-05T05:59:59Z'))).toBe(true);
  expect(isStillKept(duty, new Date('2026-03-05T06:00:00Z'))).toBe(false);
});
