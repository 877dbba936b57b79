import { expect, it } from 'vitest';
import { boundedQueue, TURNED_AWAY } from './bounded-queue.ts';

/** Work that ends when it is told to. */
function pieces() {
  const ends: (() => void)[] = [];
  let [running, most] = [0, 0];
  const piece = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise<void>((end) => ends.push(end));
    running -= 1;
    return 'done';
  };
  return { piece, endOne: () => ends.shift()?.(), most: () => most };
}

const turns = async () => {
  for (let each = 0; each < 10; each += 1) await Promise.resolve();
};

it('does two at once, lets three wait, turns the rest away, and then takes more', async () => {
  const queue = boundedQueue({ atOnce: 2, waiting: 3 });
  const { piece, endOne, most } = pieces();
  const answers = Array.from({ length: 7 }, () => queue(piece));
  expect(await Promise.all(answers.slice(5))).toEqual([TURNED_AWAY, TURNED_AWAY]);
  for (let each = 0; each < 5; each += 1) {
    await turns();
    endOne();
  }
  expect(await Promise.all(answers.slice(0, 5))).toEqual(Array(5).fill('done'));
  expect(most()).toBe(2);
  const more = queue(piece);
  await turns();
  endOne();
  expect(await more).toBe('done');
});

it('hands its place on when a piece fails', async () => {
  const queue = boundedQueue({ atOnce: 1, waiting: 1 });
  const failing = queue(async () => Promise.reject(new Error('no')));
  const next = queue(async () => 'done');
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('done');
});
