import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holdFigures } from '../../test/builders/held-figures.ts';
import { type EmptyRecords, emptyRecords } from '../../test/builders/records.ts';
import { runCommands } from '../../test/builders/run-commands.ts';
import { burglaries } from '../../test/builders/ward-figures.ts';
import { ensureReferenceAreas } from '../geography/service.ts';
import { ensureReferenceUnit } from '../organisation/service.ts';
import { demandCommands } from './commands.ts';

let opened: EmptyRecords;
let folder: string;
const platform = () => ({
  records: opened.records,
  dataFolder: '/nowhere',
  actor: 'cli:test',
  principal: { kind: 'wardroom' } as const,
  now: () => new Date('2026-03-01T12:00:00Z'),
});
const run = (...args: string[]) => runCommands(demandCommands, platform(), ['demand', 'show', ...args]);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wardroom-demand-'));
  opened = await emptyRecords();
  await ensureReferenceAreas(platform());
  await ensureReferenceUnit(platform());
  await holdFigures(opened.records, burglaries('wards-2022', '2024-01', '2026-02'), {
    vintage: 'spring',
    kind: 'mps-ward',
  });
});
afterAll(async () => {
  await opened.close();
  await rm(folder, { recursive: true });
});

test('shows every ward within 100 columns, and below it what counts and what is missing', async () => {
  const { lines, exitCode, opened: times, closed } = await run();
  expect(exitCode).toBe(0);
  expect([times, closed]).toEqual([1, 1]);
  expect(lines[0]).toBe("Demand in Central North as at 1 March 2026: each ward's share of the whole unit's.");
  expect(lines[2]).toMatch(/^Ward +Borough +Demand +a$/);
  expect(lines.slice(4, 41).every((line) => /(Camden|Islington) +\d+\.\d\d% +\d+\.\d\d%$/.test(line))).toBe(true);
  expect(Math.max(...lines.slice(0, 41).map((line) => line.length))).toBeLessThanOrEqual(100);
  expect(lines).toContain(
    'a  Recorded crime: weight 100.0%, 8,436 in the unit, vintage spring (spring.csv). Published by ward.',
  );
  expect(lines).toContain('Window: March 2025 to February 2026, 12 months.');
  expect(lines).toContain('Missing: No figures for residents are imported for these wards.');
  expect(lines.join('\n')).toContain('the other weights were scaled up to sum to 100%');
});

test('as JSON, unrounded', async () => {
  const { json, lines } = await run('--json', '--as-at', '2026-01-31', '--window', '2025-01..2025-03');
  expect(lines).toEqual([]);
  expect(json).toMatchObject({
    kind: 'index',
    asAt: '2026-01-31',
    window: { from: '2025-01', to: '2025-03', months: 3 },
  });
});

test('takes other weights from a file, and refuses a wrong one with its sentence', async () => {
  const file = join(folder, 'mine.json');
  await writeFile(file, JSON.stringify({ name: 'mine', version: '7', weights: { burglary: 1 } }));
  expect((await run('--weights', file)).lines).toContain('Weights: "mine", version 7.');
  await writeFile(file, '{');
  await expect(run('--weights', file)).rejects.toThrow('The weights in mine.json are not JSON');
  await expect(run('--weights', join(folder, 'none.json'))).rejects.toThrow('cannot be read: check its name.');
});

test('a wrong usage is one sentence and exit code 2', async () => {
  expect(await run('--unit', 'Atlantis')).toMatchObject({
    exitCode: 2,
    errors: ['There is no command unit "Atlantis". Known: "Central North".'],
    lines: [],
    closed: 1,
  });
  expect(await run('--as-at', 'yesterday')).toMatchObject({ exitCode: 2, opened: 0 });
  expect(await run('--window', '2025-01')).toMatchObject({ exitCode: 2, closed: 1 });
});

test('no figures at all is an answer with its reasons and exit code 1', async () => {
  const { exitCode, errors } = await run('--as-at', '2020-01-01');
  expect(exitCode).toBe(1);
  expect(errors.join(' ')).toContain('No demand can be reckoned for Central North: import figures for its wards.');
  const asJson = await run('--as-at', '2020-01-01', '--json');
  expect(asJson).toMatchObject({ exitCode: 1, errors: [], json: { kind: 'no demand' } });
});
