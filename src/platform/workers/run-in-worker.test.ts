import { expect, test } from 'vitest';
import { MemoryLimitReached, runInWorker, TimeLimitReached, WorkerFailed } from './run-in-worker.ts';

const module = (source: string) => new URL(`data:text/javascript,${encodeURIComponent(source)}`);
const LIMIT = { timeLimitMilliseconds: 30_000 };

test('calls a function elsewhere and brings its answer back', async () => {
  const sums = module(`
    import { isMainThread } from 'node:worker_threads';
    export const add = async (a, b) => ({ sum: a + b, isMainThread });
  `);
  expect(await runInWorker(sums, 'add', [2, 3], LIMIT)).toEqual({ sum: 5, isMainThread: false });
});

test('reads a module of this house, in TypeScript', async () => {
  const months = new URL('../../lib/calendar/month.ts', import.meta.url);
  expect(await runInWorker(months, 'addMonths', ['2025-12', 3], LIMIT)).toBe('2026-03');
});

test('a computation that never ends is ended, and this thread stays free meanwhile', async () => {
  const endless = module('export function spin() { for (;;) {} }');
  let turns = 0;
  const turning = setInterval(() => {
    turns += 1;
  }, 20);
  await expect(runInWorker(endless, 'spin', [], { timeLimitMilliseconds: 700 })).rejects.toThrow(TimeLimitReached);
  clearInterval(turning);
  expect(turns).toBeGreaterThan(3);
});

test('the error of the function comes back by name and message', async () => {
  const failing = module(`export function fail() { throw new RangeError('Nothing to add.'); }`);
  await expect(runInWorker(failing, 'fail', [], LIMIT)).rejects.toThrow(WorkerFailed);
  await expect(runInWorker(failing, 'fail', [], LIMIT)).rejects.toThrow('RangeError: Nothing to add.');
  await expect(runInWorker(failing, 'missing', [], LIMIT)).rejects.toThrow('exports no function "missing"');
});

test('a thread that ends by itself is a failure, not a wait', async () => {
  const leaving = module(`export function leave() { process.exit(3); }`);
  await expect(runInWorker(leaving, 'leave', [], LIMIT)).rejects.toThrow('leave ended its thread with code 3.');
});

test('a computation that takes too much memory is ended, and this process goes on', async () => {
  const greedy = module('export function hoard() { const kept = []; for (;;) kept.push(new Array(1000).fill({})); }');
  const limits = { ...LIMIT, memoryLimitMegabytes: 40 };
  await expect(runInWorker(greedy, 'hoard', [], limits)).rejects.toThrow(MemoryLimitReached);
  await expect(runInWorker(greedy, 'hoard', [], limits)).rejects.toThrow('hoard needed more than 40 MB of memory.');
});
