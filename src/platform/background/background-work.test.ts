import { expect, it } from 'vitest';
import { backgroundWork } from './background-work.ts';

function set(every: 'minute' | 'hour') {
  const calls: string[] = [];
  const said: string[] = [];
  const at = { now: new Date('2026-03-10T12:00:00Z'), broken: '', stopped: 0, every: 0 };
  const piece = (name: string, onceADay: boolean) => ({
    otherwise: `It could not be ${name}`,
    onceADay,
    work: async () => {
      calls.push(name);
      if (at.broken === name) throw new Error('the disk is full');
    },
  });
  const work = backgroundWork({
    pieces: [piece('folded', true), piece('ruled', false)],
    every,
    now: () => at.now,
    repeat: (milliseconds) => {
      at.every = milliseconds;
      return { stop: () => (at.stopped += 1) };
    },
    failed: (sentence) => said.push(sentence),
  });
  return { ...work, at, calls, said };
}

it('does at every look what is due at every look, and the rest once a day in London', async () => {
  const { look, stop, at, calls } = set('minute');
  await look();
  await look();
  expect(calls).toEqual(['folded', 'ruled', 'ruled']);
  at.now = new Date('2026-03-11T00:00:00Z');
  await look();
  expect(calls.slice(3)).toEqual(['folded', 'ruled']);
  await stop();
  expect(at).toMatchObject({ stopped: 1, every: 60_000 });
});

it('says in one sentence what could not be done, does the rest, and tries again', async () => {
  const { look, at, calls, said } = set('hour');
  at.broken = 'folded';
  await look();
  expect(said).toEqual(['It could not be folded (the disk is full): it is tried again in an hour.']);
  at.broken = '';
  await look();
  expect(calls).toEqual(['folded', 'ruled', 'folded', 'ruled']);
  expect(at.every).toBe(3_600_000);
});

it('looks again only after the look before', async () => {
  const { look, calls } = set('minute');
  await Promise.all([look(), look()]);
  expect(calls).toEqual(['folded', 'ruled', 'ruled']);
});

it('begins nothing more once it is to stop, and ends what it began', async () => {
  const { look, stop, calls } = set('minute');
  const looking = look();
  await Promise.resolve();
  await stop();
  await looking;
  await look();
  expect(calls).toEqual(['folded']);
});
