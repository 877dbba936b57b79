import { expect, it } from 'vitest';
import { planInView } from '../../test/builders/desk-views.ts';
import { endOfQueue } from './end-of-queue.ts';

const plan = planInView();

it('is the last three turns given and the first four not given', () => {
  const { given, waiting } = endOfQueue(plan, 'E05013653');
  expect(given.map(({ number, name, officers }) => [number, name, officers])).toEqual([
    [42, 'Tufnell Park', 3],
    [43, 'South Hampstead', 3],
    [44, 'Finsbury Park', 6],
  ]);
  expect(waiting.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
});

it('goes on to the ward after the one the page is about, when that one waits further back', () => {
  const fifth = plan.nextInLine[4]?.code ?? '';
  expect(endOfQueue(plan, fifth).waiting.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(endOfQueue(plan, fifth).waiting[4]?.code).toBe(fifth);
});
