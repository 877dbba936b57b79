import { expect, it } from 'vitest';
import { keptAnswers } from './kept-answers.ts';

function counted() {
  const worked: string[] = [];
  const work =
    (name: string, fails = false) =>
    async () => {
      worked.push(name);
      if (fails) throw new Error(name);
      return name;
    };
  return { worked, work };
}

it('who asks the same while it is worked out, or later, is given the one answer', async () => {
  const { worked, work } = counted();
  const kept = keptAnswers<string>(2);
  expect(await Promise.all([kept('a', work('a')), kept('a', work('a')), kept('b', work('b'))])).toEqual([
    'a',
    'a',
    'b',
  ]);
  expect(await kept('a', work('a'))).toBe('a');
  expect(worked).toEqual(['a', 'b']);
});

it('what was asked longest ago goes first', async () => {
  const { worked, work } = counted();
  const kept = keptAnswers<string>(2);
  for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) await kept(name, work(name));
  expect(worked).toEqual(['a', 'b', 'c', 'b']);
});

it('what fails is not kept', async () => {
  const { worked, work } = counted();
  const kept = keptAnswers<string>(2);
  await expect(kept('a', work('a', true))).rejects.toThrow('a');
  expect(await kept('a', work('a'))).toBe('a');
  expect(worked).toEqual(['a', 'a']);
});
