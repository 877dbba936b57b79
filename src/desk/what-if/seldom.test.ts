import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { seldom } from './seldom.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('acts at once, then no more often than asked, and always does the last', () => {
  const done: string[] = [];
  const say = seldom((sentence: string) => done.push(sentence), 1000);
  say('first');
  say('second');
  say('third');
  expect(done).toEqual(['first']);
  vi.advanceTimersByTime(999);
  expect(done).toEqual(['first']);
  vi.advanceTimersByTime(1);
  expect(done).toEqual(['first', 'third']);
  say('fourth');
  expect(done).toEqual(['first', 'third']);
  vi.advanceTimersByTime(1000);
  expect(done).toEqual(['first', 'third', 'fourth']);
});

it('acts at once again after a rest', () => {
  const done: number[] = [];
  const act = seldom((number: number) => done.push(number), 10);
  act(1);
  vi.advanceTimersByTime(10);
  act(2);
  expect(done).toEqual([1, 2]);
});
