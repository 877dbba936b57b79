import { expect, it } from 'vitest';
import { clockAhead, putRight, sayClock } from './clock-difference.ts';

const OURS = new Date('2026-03-10T15:00:00Z');

it('puts a time right by how far the clock is ahead or behind', () => {
  for (const theirs of ['2026-03-10T15:40:00Z', '2026-03-10T03:00:00Z', '2001-01-01T00:00:00Z']) {
    const ahead = clockAhead(new Date(theirs), OURS);
    expect(putRight(new Date(theirs), ahead)).toEqual(OURS);
  }
});

it('keeps within what the records can hold', () => {
  expect(clockAhead(new Date('9999-01-01T00:00:00Z'), OURS)).toBe(2 ** 31 - 1);
});

it('speaks of it from more than two minutes on, in minutes, hours or days', () => {
  expect(sayClock(120)).toBeNull();
  expect(sayClock(-121)).toBe('This phone’s clock was 2 minutes behind, so the time was put right.');
  expect(sayClock(3 * 3600)).toBe('This phone’s clock was 3 hours ahead, so the time was put right.');
  expect(sayClock(-9000 * 86_400)).toBe('This phone’s clock was 9,000 days behind, so the time was put right.');
});
