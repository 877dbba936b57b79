import { beforeEach, expect, it, vi } from 'vitest';
import type { Platform } from '../platform/platform.ts';
import { ringFenceJobs } from './ring-fence-jobs.ts';

const done = vi.hoisted(() => ({ calls: [] as string[], broken: '' }));
vi.mock('../ringfence/service.ts', () => {
  const work = (name: string) => async () => {
    done.calls.push(name);
    if (done.broken === name) throw new Error('the disk is full');
  };
  return { enterPending: work('enter'), keepNoLonger: work('fold'), reckonAnew: work('reckon') };
});
beforeEach(() => {
  done.calls.length = 0;
  done.broken = '';
});

function jobs() {
  const said: string[] = [];
  const clock = { now: new Date('2026-03-10T12:00:00Z'), stopped: 0 };
  const platform = { now: () => clock.now } as Platform;
  const repeat = () => ({ stop: () => (clock.stopped += 1) });
  return { ...ringFenceJobs({ platform, repeat, failed: (sentence) => said.push(sentence) }), clock, said };
}

it('rules anew at every look, and does the rest once a day', async () => {
  const { look, stop, clock } = jobs();
  await look();
  await look();
  expect(done.calls).toEqual(['fold', 'reckon', 'enter', 'enter']);
  clock.now = new Date('2026-03-11T00:00:00Z');
  await look();
  expect(done.calls.slice(4)).toEqual(['fold', 'reckon', 'enter']);
  await stop();
  expect(clock.stopped).toBe(1);
});

it('says in one sentence what could not be done, does the rest, and tries again', async () => {
  const { look, said } = jobs();
  done.broken = 'reckon';
  await look();
  expect(said).toEqual(['The ledger could not be reckoned anew (the disk is full): it is tried again in a minute.']);
  done.broken = '';
  await look();
  expect(done.calls).toEqual(['fold', 'reckon', 'enter', 'reckon', 'enter']);
});
