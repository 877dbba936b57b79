import { expect, test } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

/** Work that ends when it is told to. */
function work() {
  let end: (answer: string) => void = () => undefined;
  let started = false;
  const ended = new Promise<string>((resolve) => {
    end = resolve;
  });
  const run = () => {
    started = true;
    return ended;
  };
  return { run, end: (answer: string) => end(answer), hasStarted: () => started };
}
const soon = () => new Promise((resolve) => setImmediate(resolve));

test('the second starts when the first has ended, and a third is too many', async () => {
  const inTurn = oneAtATime(1);
  const [first, second] = [work(), work()];
  const answers = [inTurn(first.run), inTurn(second.run)];
  expect(await inTurn(async () => 'third')).toBe('busy');
  await soon();
  expect([first.hasStarted(), second.hasStarted()]).toEqual([true, false]);
  first.end('one');
  await soon();
  expect(second.hasStarted()).toBe(true);
  second.end('two');
  expect(await Promise.all(answers)).toEqual(['one', 'two']);
  expect(await inTurn(async () => 'there is room again')).toBe('there is room again');
});

test('work that fails fails alone', async () => {
  const inTurn = oneAtATime(1);
  const failing = inTurn(async () => {
    throw new Error('planted');
  });
  const next = inTurn(async () => 'next');
  await expect(failing).rejects.toThrow('planted');
  expect(await next).toBe('next');
});
