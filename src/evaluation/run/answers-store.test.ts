import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { keepAnswer, keptAnswer } from './answers-store.ts';

const NOW = new Date('2030-01-01T12:00:00Z');
const folderOf = () => mkdtemp(join(inject('runFolder'), 'answers-'));
const later = (seconds: number) => new Date(NOW.getTime() + 1_000 * seconds);
const key = (of: number) => of.toString(16).padStart(64, '0');

it('gives an answer back as it went in, with numbers that JSON cannot hold', async () => {
  const folder = await folderOf();
  const answer = { kind: 'evaluated', standardised: Number.POSITIVE_INFINITY, none: null, few: [1 / 3, Number.NaN] };
  await keepAnswer(folder, key(1), answer, NOW);
  expect(await keptAnswer(folder, key(1), NOW)).toEqual(answer);
  expect(await keptAnswer(folder, key(2), NOW)).toBeNull();
});

it('works a damaged one out again', async () => {
  const folder = await folderOf();
  await keepAnswer(folder, key(1), { kind: 'evaluated' }, NOW);
  await writeFile(join(folder, 'answers', key(1)), 'half of i');
  expect(await keptAnswer(folder, key(1), NOW)).toBeNull();
});

it('keeps sixty, and forgets the one asked for longest ago', async () => {
  const folder = await folderOf();
  for (let at = 0; at < 60; at += 1) await keepAnswer(folder, key(at), at, later(at));
  await keptAnswer(folder, key(0), later(60));
  await keepAnswer(folder, key(60), 60, later(61));
  const names = await readdir(join(folder, 'answers'));
  expect(names).toHaveLength(60);
  expect(names).not.toContain(key(1));
  expect(await keptAnswer(folder, key(0), later(62))).toBe(0);
});

it('leaves an answer that cannot be kept', async () => {
  const folder = await folderOf();
  await writeFile(join(folder, 'answers'), 'no folder');
  await expect(keepAnswer(folder, key(1), {}, NOW)).resolves.toBeUndefined();
  expect(await keptAnswer(folder, key(1), NOW)).toBeNull();
});
