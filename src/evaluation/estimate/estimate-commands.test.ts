import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { runCommands } from '../../../test/builders/run-commands.ts';
import type { Platform } from '../../platform/platform.ts';
import { estimateCommand } from './estimate-commands.ts';

/** Ten months of four areas; one gains 5 from the seventh on. */
const LINES = ['a', 'b', 'c', 'd'].flatMap((unit, place) =>
  Array.from(
    { length: 10 },
    (_, at) => `${unit},${2001 + at},${((at * (place + 3)) % 4) + (place === 0 && at >= 6 ? 5 : 0)}`,
  ),
);

async function estimate(...more: string[]) {
  const file = join(await mkdtemp(join(inject('runFolder'), 'panel-')), 'panel.csv');
  await writeFile(file, ['unit,year,crimes', ...LINES].join('\n'));
  const columns = ['--unit', 'unit', '--time', 'year', '--outcome', 'crimes', '--start', '2007'];
  // It opens no records, so there is no platform to give it.
  return runCommands((program, _open, output) => estimateCommand(program, output), {} as Platform, [
    'estimate',
    '--panel',
    file,
    ...columns,
    ...more,
  ]);
}

it('gives the whole estimate as JSON', async () => {
  const { json, exitCode } = await estimate('--treated', 'a', '--method', 'did', '--json');
  expect(exitCode).toBe(0);
  expect(json).toMatchObject({ method: 'did', mode: 'exact', smallestP: 0.25, weights: { b: 1 / 3 } });
  expect(json).not.toHaveProperty('kind');
});

it('takes treated units in several options, and in quotes those with a comma in their name', async () => {
  const { errors } = await estimate('--treated', 'a', '--treated', '"c, d",b', '--method', 'did');
  expect(errors[0]).toMatch(/^The file has no unit "c, d"/);
  const { json } = await estimate('--treated', 'a', '--treated', 'b', '--method', 'did', '--json');
  expect(Object.keys((json as { weights: object }).weights)).toEqual(['c', 'd']);
});

it('is refused with 1 where it cannot be estimated, and used wrongly with 2', async () => {
  const refused = await estimate('--treated', 'e', '--method', 'did');
  expect([refused.exitCode, refused.errors[0]]).toEqual([1, expect.stringMatching(/^The file has no unit "e"/)]);
  expect((await estimate('--treated', 'a', '--method', 'ols')).exitCode).toBe(2);
  expect((await estimate('--method', 'did')).exitCode).toBe(2);
});

it('names predictors with their weights, and is used wrongly by one that cannot be read', async () => {
  const sc = ['--treated', 'a', '--method', 'sc', '--predictor', 'crimes@2001..2003', '--predictor', 'crimes@2006'];
  const { json } = await estimate(...sc, '--json');
  expect(json).toMatchObject({
    dualityGap: null,
    predictors: [{ name: 'crimes@2001..2003' }, { name: 'crimes@2006' }],
  });
  const { lines } = await estimate(...sc);
  expect(lines.join('\n')).toMatch(/Predictor +Weight +Treated/);
  expect((await estimate(...sc, '--predictor', 'crimes@')).exitCode).toBe(2);
});
