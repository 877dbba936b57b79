import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { holdDemonstration } from '../../../test/builders/held-figures.ts';
import { type EmptyRecords, emptyRecords } from '../../../test/builders/records.ts';
import { runCommands } from '../../../test/builders/run-commands.ts';
import { testPlatform } from '../../../test/builders/test-platform.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import { ensureReferenceUnit } from '../../organisation/service.ts';
import { allocationCommands } from '../commands.ts';
import { adoptPlan } from '../service.ts';

let opened: EmptyRecords;
let weightsFile: string;
const platform = () =>
  testPlatform(opened.database, { now: new Date('2026-03-10T12:00:00Z'), principal: { kind: 'wardroom' } });
const run = (...args: string[]) => runCommands(allocationCommands, platform(), ['allocation', ...args]);

beforeAll(async () => {
  opened = await emptyRecords();
  const system = { ...platform(), records: opened.records };
  await ensureReferenceAreas(system);
  await ensureReferenceUnit(system);
  await holdDemonstration(opened.records);
  await adoptPlan(platform(), { unit: null, asAt: '2026-02-01', dwo: 116, pcso: 48 });
  await adoptPlan(platform(), { unit: null, asAt: '2026-03-01', dwo: 118, pcso: 48 });
  weightsFile = join(await mkdtemp(join(inject('runFolder'), 'weights-')), 'crime.json');
  await writeFile(weightsFile, JSON.stringify({ name: 'crime', version: '1', weights: { 'recorded-crime': 1 } }));
}, 60_000);
afterAll(() => opened.close());

describe('allocation answer', () => {
  test('gives a ward’s paragraph within 80 columns, and the same as JSON', async () => {
    const { lines, exitCode, errors } = await run('answer', 'belsize');
    expect([exitCode, errors]).toEqual([0, []]);
    expect(lines[0]).toBe('Belsize, Camden: how many officers, and why');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    const { json } = await run('answer', 'E05013652', '--json');
    expect(lines.join(' ')).toContain((json as { paragraph: string }).paragraph);
    expect(json).toMatchObject({ plan: { id: '2', standing: 'in force' }, ward: { name: 'Belsize' } });
  });

  test('without a ward gives the unit’s, of an earlier plan where one is named', async () => {
    const { lines } = await run('answer', '--plan', '1');
    expect(lines.join(' ')).toContain('Plan 1 came into force on 1 February 2026, and is no longer in force');
    expect((await run('answer', '--json')).json).toMatchObject({ kind: 'answer', wards: { length: 37 } });
  });

  test('takes the numbers of a plan, and says that they are only tried', async () => {
    const { lines, exitCode } = await run('answer', 'Belsize', '--dwo', '120', '--pcso', '48');
    expect(exitCode).toBe(0);
    expect(lines.join(' ')).toContain('Under the numbers tried, Belsize would have');
    expect(lines.join(' ')).toContain('of the 46 officers shared out');
    const { json } = await run('answer', '--dwo', '120', '--pcso', '48', '--json');
    expect(json).toMatchObject({ plan: { id: null, standing: 'tried', from: null } });
    expect((json as { paragraphs: { text: string }[] }).paragraphs[0]?.text).toContain(
      'They are 120 officers and 48 PCSOs for the 37 wards of Central North.',
    );
  });

  test.each<[string[], number, string]>([
    [['answer', '--dwo', '120', '--pcso', '48', '--plan', '1'], 2, 'not both'],
    [['answer', 'Belsise'], 2, 'Did you mean Belsize?'],
    [['answer', '--as-at', '2026-02-30'], 2, '"2026-02-30" is not a date'],
    [['answer', '--unit', 'Atlantis'], 2, 'Known: "Central North".'],
    [['answer', '--plan', '99'], 1, 'There is no plan 99 that is published.'],
  ])('%j is refused in one sentence', async (args, code, sentence) => {
    const { exitCode, errors, lines } = await run(...args);
    expect([exitCode, lines]).toEqual([code, []]);
    expect(errors.join(' ')).toContain(sentence);
  });

  test('no figures are an answer on standard output, with exit code 1', async () => {
    const { exitCode, lines } = await run('answer', '--as-at', '2016-01-10');
    expect(exitCode).toBe(1);
    expect(lines.join(' ')).toContain('No plan is in force on 10 January 2016: the next is plan 1,');
  });
});

describe('allocation compare', () => {
  test('of two plans lists who gains, and the officers as the cause', async () => {
    const { lines, exitCode } = await run('compare', '1', '2');
    expect(exitCode).toBe(0);
    expect(lines[0]).toBe('From plan 1 to plan 2:');
    const rows = lines.filter((line) => /\d \+ \d +\d \+ \d +\+1 +figures$/.test(line));
    expect(rows.length).toBeGreaterThanOrEqual(2);
    expect(lines).toContain('Gain');
    expect(lines.join(' ')).toContain('+1  officers to place or figures, either alone');
    expect(lines.filter((line) => line.includes(' instead of '))).toEqual([]);
    const { json } = await run('compare', '1', '2', '--json');
    const { wards } = json as { wards: { before: { dwo: number }; after: { dwo: number } }[] };
    expect(wards.reduce((sum, { before, after }) => sum + after.dwo - before.dwo, 0)).toBe(2);
  });

  test('tries weights on the numbers of the plan beside them', async () => {
    const { json } = await run('compare', '1', weightsFile, '--json');
    expect(json).toMatchObject({ after: { name: 'weights “crime”', officers: { dwo: 116 }, asAt: '2026-02-01' } });
    const { lines } = await run('compare', weightsFile, weightsFile);
    expect(lines.join(' ')).toContain('No ward gains or loses.');
    expect(lines.join(' ')).toContain(`From weights of ${weightsFile} to weights of ${weightsFile}:`);
  });

  test('tries weights on the numbers that are given', async () => {
    const { json } = await run(
      'compare',
      'weights/founding.json',
      weightsFile,
      '--dwo',
      '100',
      '--pcso',
      '37',
      '--json',
    );
    const officers = { dwo: 100, pcso: 37 };
    expect(json).toMatchObject({ before: { officers }, after: { officers }, triedOn: null });
  });

  test('without a plan in force tries them on the numbers put forward, and says so', async () => {
    const { lines, exitCode } = await run('compare', 'weights/founding.json', weightsFile, '--as-at', '2026-01-10');
    expect(exitCode).toBe(0);
    expect(lines.join(' ')).toMatch(
      /^No plan is in force on 10 January 2026: .* The weights are tried on the numbers put forward, 111 officers and 37 PCSOs: give others with --dwo and --pcso\. From weights “founding”/,
    );
    expect(lines.indexOf('Gain')).toBeLessThan(lines.indexOf('Lose'));
    expect(lines.filter((line) => /−\d +weights$/.test(line)).length).toBeGreaterThan(0);
  });

  test.each<[string[], string]>([
    [['compare', '1', '2', '--dwo', '100', '--pcso', '37'], 'Both plans have their own numbers'],
    [['compare', '1', '2', '--weights', 'weights/founding.json'], 'as one of the two'],
    [['compare', '1', '99'], 'There is no plan 99 that is published.'],
    [['compare', 'no-such-file.json', '1'], 'no-such-file.json cannot be read'],
  ])('%j is refused in one sentence', async (args, sentence) => {
    const { exitCode, errors } = await run(...args).catch((error: Error) => ({ exitCode: 1, errors: [error.message] }));
    expect(exitCode).toBeGreaterThan(0);
    expect(errors.join(' ')).toContain(sentence);
  });
});
