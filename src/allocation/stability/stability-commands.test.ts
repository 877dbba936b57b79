import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { holdFigures } from '../../../test/builders/held-figures.ts';
import { type EmptyRecords, emptyRecords } from '../../../test/builders/records.ts';
import { runCommands } from '../../../test/builders/run-commands.ts';
import { testPlatform } from '../../../test/builders/test-platform.ts';
import { burglaries } from '../../../test/builders/ward-figures.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import { ensureReferenceUnit } from '../../organisation/service.ts';
import type { Principal } from '../../platform/access/index.ts';
import { allocationCommands } from '../commands.ts';

let opened: EmptyRecords;
let folder: string;
const as = (principal: Principal) =>
  testPlatform(opened.database, { principal, now: new Date('2026-03-01T12:00:00Z') });
const run = (...args: string[]) =>
  runCommands(allocationCommands, as({ kind: 'operator', name: 'anna', as: null }), [
    'allocation',
    'stability',
    ...args,
  ]);
const numbers = ['--dwo', '118', '--pcso', '48', '--as-at', '2026-03-01', '--samples', '200'];

async function bounds(content: unknown): Promise<string> {
  const file = join(folder, 'bounds.json');
  await writeFile(file, JSON.stringify(content));
  return file;
}

const shape = z.object({
  samples: z.literal(200),
  seed: z.number(),
  samplingError: z.number(),
  components: z.array(z.string()),
  wards: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      now: z.number(),
      shares: z.record(z.string(), z.number()),
      ranks: z.record(z.string(), z.number()),
      driver: z.string().nullable(),
      direction: z.enum(['more', 'fewer']).nullable(),
    }),
  ),
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bounds-'));
  opened = await emptyRecords();
  const system = { ...as({ kind: 'wardroom' }), records: opened.records };
  await ensureReferenceAreas(system);
  await ensureReferenceUnit(system);
  const series = burglaries('wards-2022', '2025-03', '2026-02');
  // As many robberies in the first ward as burglaries in the last.
  const robberies = series.map((each, place) => ({
    ...each,
    category: 'mps/robbery/robbery-of-personal-property',
    values: each.values.map(() => series.length - place),
  }));
  await holdFigures(opened.records, [...series, ...robberies], { vintage: 'spring', kind: 'mps-ward' });
});
afterAll(async () => {
  await opened.close();
  await rm(folder, { recursive: true });
});

describe('allocation stability', () => {
  test('as JSON says for every ward how often it gets each number, and what moves it', async () => {
    const { json, exitCode, errors } = await run(...numbers, '--seed', '3', '--json');
    expect([exitCode, errors]).toEqual([0, []]);
    const said = shape.parse(json);
    expect(said.seed).toBe(3);
    expect(said.wards).toHaveLength(37);
    expect(said.wards.reduce((sum, { now }) => sum + now, 0)).toBe(118);
    const officers = said.wards.flatMap(({ shares }) => Object.entries(shares).map(([n, share]) => Number(n) * share));
    expect(officers.reduce((sum, each) => sum + each, 0)).toBeCloseTo(118, 9);
    expect(said.wards.every(({ driver }) => driver === null || said.components.includes(driver))).toBe(true);
    expect((await run(...numbers, '--seed', '3', '--json')).json).toEqual(json);
  });

  test('prints a line for each ward within 100 columns, and how far a share may be off', async () => {
    const { lines, exitCode } = await run(...numbers);
    expect(exitCode).toBe(0);
    expect(lines[0]).toBe('Central North: 118 officers for 37 wards under 200 weightings.');
    expect(lines[2]).toMatch(/^Ward +Officers +2 +3 .*Goes with$/);
    expect(lines.slice(4, 41).every((line) => /^\S.* +\d .*( [+−] [a-z][a-z -]+| nothing)$/.test(line))).toBe(true);
    expect(lines.join('\n')).not.toMatch(/recorded-crime|violence-and-robbery|anti-social-behaviour/);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(lines.join(' ')).toContain('off by at most 6.9 percentage points, at 95%');
    expect(lines.join(' ')).toContain('Without figures, and so left out of the weightings: ');
  });

  test('where one weighting alone is tried, says so and neither error nor what numbers go with', async () => {
    const typed = numbers.slice(0, -2);
    const one = (await run(...typed, '--samples', '1')).lines;
    expect(one[0]).toBe('Central North: 118 officers for 37 wards under 1 weighting.');
    const all = { deprivation: [0, 0], 'recorded-crime': [40, 40], 'violence-and-robbery': [60, 60] };
    const fixed = (await run(...numbers, '--bounds', await bounds(all))).lines;
    expect(fixed[0]).toContain('under the only weighting within the bounds of bounds.json.');
    for (const lines of [one, fixed]) {
      expect(lines.join(' ')).not.toMatch(/off by|Goes with|nothing$/m);
      expect(lines[2]).toMatch(/^Ward +Officers +2 +3/);
    }
  });

  test('varies every component that the weights name, those of weight 0 too', async () => {
    const weights = join(folder, 'weights.json');
    const named = { 'recorded-crime': 100, 'violence-and-robbery': 0 };
    await writeFile(weights, JSON.stringify({ name: 'Crime alone', version: '1', weights: named }));
    const { json } = await run(...numbers, '--weights', weights, '--json');
    const said = shape.parse(json);
    expect(said.components).toEqual(['recorded-crime', 'violence-and-robbery']);
    expect(said.wards.some(({ shares }) => Object.keys(shares).length > 1)).toBe(true);
    await writeFile(weights, JSON.stringify({ name: 'Crime', version: '1', weights: { 'recorded-crime': 100 } }));
    const { lines } = await run(...numbers, '--weights', weights);
    expect(lines.join(' ')).toContain('Only one part of demand counts, so there are no other weightings to try.');
    expect(lines.join(' ')).not.toMatch(/off by|Goes with/);
  });

  test('takes bounds of several parties', async () => {
    const stakeholders = [
      { name: 'Camden Council', bounds: { 'recorded-crime': [20, 50] } },
      { name: 'Islington Council', bounds: { 'violence-and-robbery': [10, 40] } },
    ];
    const { lines } = await run(...numbers, '--bounds', await bounds({ stakeholders }));
    expect(lines.join(' ')).toContain('200 weightings within the bounds of Camden Council and Islington Council');
  });

  test('no plan is an answer with exit code 1, and without numbers there must be a plan in force', async () => {
    expect(await run('--dwo', '70', '--pcso', '48', '--json')).toMatchObject({
      exitCode: 1,
      json: { kind: 'infeasible', because: [{ rule: 'ward-floor' }] },
    });
    expect(await run()).toMatchObject({
      exitCode: 1,
      errors: [expect.stringContaining('No plan is in force on 1 March 2026: give --dwo and --pcso')],
    });
  });

  test.each([
    ['--samples is "-5": make it a whole number', ['--samples=-5']],
    ['The weightings to sample must be a whole number from 1 to 1,000,000', ['--samples', '2000000']],
    ['The seed must be a whole number from 0 to 4,294,967,295', ['--seed', '4294967296']],
    ['cannot be read: check its name', ['--bounds', 'none.json']],
  ])('a wrong usage is one sentence and exit code 2: %s', async (sentence, args) => {
    const said = await run(...numbers, ...args);
    expect(said).toMatchObject({ exitCode: 2, lines: [], errors: [expect.stringContaining(sentence)] });
  });

  test('bounds that no weighting keeps are refused by their party’s name', async () => {
    const file = await bounds({
      name: 'Camden Council',
      bounds: { 'recorded-crime': [60, 80], 'violence-and-robbery': [50, 90] },
    });
    expect(await run(...numbers, '--bounds', file)).toMatchObject({
      exitCode: 2,
      errors: ['The least weights of Camden Council come to 110.0% in all: lower them to 100% or less.'],
    });
  });
});
