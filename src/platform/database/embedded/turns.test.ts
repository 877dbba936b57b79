import { expect, it } from 'vitest';
import { makeTurns } from './turns.ts';

it('gives turns one at a time, in the order of asking, and counts who waits', async () => {
  const turns = makeTurns();
  const order: string[] = [];
  const endFirst = await turns.take();
  const others = ['second', 'third'].map(async (name) => {
    const end = await turns.take();
    order.push(name);
    end();
  });
  expect(turns.waiting()).toBe(2);
  expect(order).toEqual([]);
  endFirst();
  endFirst();
  await Promise.all(others);
  expect(order).toEqual(['second', 'third']);
  expect(turns.waiting()).toBe(0);
});
