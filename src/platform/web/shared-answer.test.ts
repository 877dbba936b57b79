import { expect, it } from 'vitest';
import { sharedAnswer } from './shared-answer.ts';

const counting = () => {
  const state = { clock: 0, begun: 0 };
  const finishers: (() => void)[] = [];
  const work = () => {
    state.begun += 1;
    const mine = state.begun;
    return new Promise<number>((resolve) => finishers.push(() => resolve(mine)));
  };
  return { state, finish: () => finishers.shift()?.(), ask: sharedAnswer(work, 2_000, () => state.clock) };
};

it('is worked out once, for all who ask meanwhile and for two seconds', async () => {
  const { state, finish, ask } = counting();
  const asked = [ask(), ask()];
  state.clock = 5_000;
  asked.push(ask());
  finish();
  expect(await Promise.all(asked)).toEqual([1, 1, 1]);
  state.clock = 6_000;
  const next = ask();
  finish();
  expect(await next).toBe(2);
  state.clock = 7_999;
  expect(await ask()).toBe(2);
  state.clock = 8_000;
  ask();
  expect(state.begun).toBe(3);
});

it('is not remembered when it fails', async () => {
  let begun = 0;
  const ask = sharedAnswer(
    async () => {
      begun += 1;
      if (begun === 1) throw new Error('broken');
      return begun;
    },
    2_000,
    () => 0,
  );
  await expect(ask()).rejects.toThrow('broken');
  expect(await ask()).toBe(2);
});
