import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { holdApprovers, personId, somebody } from '../../test/builders/approvers.ts';
import { holdFigures } from '../../test/builders/held-figures.ts';
import { type EmptyRecords, emptyRecords } from '../../test/builders/records.ts';
import { runCommands } from '../../test/builders/run-commands.ts';
import { testPlatform } from '../../test/builders/test-platform.ts';
import { burglaries } from '../../test/builders/ward-figures.ts';
import { ensureReferenceAreas } from '../geography/service.ts';
import { ensureReferenceUnit } from '../organisation/service.ts';
import type { Principal } from '../platform/access/index.ts';
import { allocationCommands } from './commands.ts';
import { parseStoredPlan } from './stored-plan.ts';

let opened: EmptyRecords;
const as = (principal: Principal) =>
  testPlatform(opened.database, { principal, now: new Date('2026-03-01T12:00:00Z') });
const ANNA: Principal = { kind: 'operator', name: 'anna', as: null };
const forAnna = (letter: string): Principal => {
  const person = somebody(letter, 'command');
  return { ...ANNA, as: person.kind === 'person' ? person : null };
};
const runAs = (principal: Principal, ...args: string[]) =>
  runCommands(allocationCommands, as(principal), ['allocation', ...args]);
const run = (...args: string[]) => runAs(ANNA, ...args);
const numbers = ['--unit', 'Central North', '--dwo', '118', '--pcso', '48'];

beforeAll(async () => {
  opened = await emptyRecords();
  const system = { ...as({ kind: 'wardroom' }), records: opened.records };
  await ensureReferenceAreas(system);
  await ensureReferenceUnit(system);
  await holdFigures(opened.records, burglaries('wards-2022', '2024-01', '2026-02'), {
    vintage: 'spring',
    kind: 'mps-ward',
  });
});
afterAll(() => opened.close());

describe('allocation plan', () => {
  test('prints every ward within 100 columns, then the rules, weights and what is missing', async () => {
    const { lines, exitCode, errors } = await run('plan', ...numbers);
    expect([exitCode, errors]).toEqual([0, []]);
    expect(lines[0]).toBe('Central North as at 1 March 2026: 118 officers and 48 PCSOs for 37 wards.');
    expect(lines[1]).toBe('It rests on 30% of the weights: the other parts of demand are missing.');
    expect(lines[3]).toMatch(/^Ward +Borough +Officers +Demand +Quota +Last +One more +One less$/);
    expect(lines.slice(5, 42).every((line) => / (Camden|Islington) +\d \+ \d +\d+\.\d\d% /.test(line))).toBe(true);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
    const text = lines.join(' ');
    expect(text).toContain(
      'Rule ward-floor: Every ward has at least 2 dedicated ward officers and 1 PCSO. Since 1 January 2017.',
    );
    expect(text).toContain('Rule ward-ceiling: No ward has more than 7 dedicated ward officers');
    expect(text).toContain('Weights: "founding", version 1.');
    expect(text).toContain('Missing: No figures for residents are imported for these wards.');
    expect(text).toContain('Window: March 2025 to February 2026, 12 months.');
  });

  test('as JSON has the keys that were agreed, unrounded', async () => {
    const { json, lines, exitCode } = await run('plan', ...numbers, '--json');
    expect([lines, exitCode]).toEqual([[], 0]);
    const plan = parseStoredPlan(json);
    expect(plan).toMatchObject({
      kind: 'optimal',
      asAt: '2026-03-01',
      boundaryVersion: 'wards-2022',
      window: { from: '2025-03', to: '2026-02', months: 12 },
      officers: { dwo: 118, pcso: 48 },
    });
    expect(plan.wards).toHaveLength(37);
    expect(Object.keys(plan.wards[0] ?? {})).toEqual(
      expect.arrayContaining(
        'code name borough demandShare components quota dwo pcso awards pcsoAwards margin'.split(' '),
      ),
    );
    // Ward n has n parts of 37·38/2 = 703.
    expect(plan.wards.map((ward) => ward.demandShare)).toEqual(plan.wards.map((_, place) => (place + 1) / 703));
    expect(plan.wards.reduce((sum, ward) => sum + ward.dwo, 0)).toBe(118);
    expect(plan.objective).toBeCloseTo(
      plan.wards.reduce((sum, ward) => sum + ward.demandShare ** 2 / ward.dwo, 0),
      15,
    );
  });

  test('no plan is an answer on standard output, with exit code 1', async () => {
    const few = ['plan', '--unit', 'Central North', '--dwo', '70', '--pcso', '48'];
    expect(await run(...few)).toMatchObject({
      exitCode: 1,
      errors: [],
      lines: [
        'No plan. The floor needs 74 officers (37 wards × 2) and there are 70. Add 4 officers or change the',
        "rule 'ward floor'.",
      ],
    });
    expect(await run(...few, '--json')).toMatchObject({
      exitCode: 1,
      json: { kind: 'infeasible', because: [{ rule: 'ward-floor' }] },
    });
    expect((await run(...few, '--dwo-floor', '1')).exitCode).toBe(0);
  });

  test('no figures at all make no plan either, and the parts that are missing are listed', async () => {
    expect(await run('plan', ...numbers, '--as-at', '2020-01-01', '--json')).toMatchObject({
      exitCode: 1,
      json: {
        kind: 'infeasible',
        because: [
          {
            rule: 'demand',
            sentence: 'No part of demand has figures for the wards of Central North: import files that have them.',
          },
        ],
        missing: expect.arrayContaining([
          expect.objectContaining({ reason: expect.stringContaining('recorded crime') }),
        ]),
      },
    });
  });

  test('is proven by the solver when asked', { timeout: 60_000 }, async () => {
    const { lines, json } = await run('plan', ...numbers, '--prove');
    expect(json).toBeUndefined();
    expect(lines.slice(-2)).toEqual([
      'Officers: proven; HiGHS finds the same number in every ward, with no gap.',
      'PCSOs: proven; HiGHS finds the same number in every ward, with no gap.',
    ]);
    expect((await run('plan', ...numbers, '--prove', '--json')).json).toMatchObject({
      proof: { dwo: { kind: 'identical' }, pcso: { kind: 'identical' } },
    });
  });

  test.each<[string[], string]>([
    [['plan', '--pcso', '48'], 'Say how many with --dwo'],
    [['plan', '--dwo', '118.5', '--pcso', '48'], '--dwo is "118.5"'],
    [['plan', ...numbers, '--as-at', '2026-02-30'], '"2026-02-30" is not a date'],
    [['plan', ...numbers, '--as-at', '0000-01-01'], '"0000-01-01" is not a date'],
    [['explain', 'Belsize', '--as-at', '0000-01-01'], '"0000-01-01" is not a date'],
    [['plan', '--unit', 'Atlantis', '--dwo', '118', '--pcso', '48'], 'Known: "Central North".'],
    [['plan', ...numbers, '--surprise'], "unknown option '--surprise'"],
    [['explain', 'Xanadu', ...numbers], 'No ward of Central North is called "Xanadu".'],
    [['explain', 'Belsize', '--dwo', '118'], 'Say how many with --pcso'],
  ])('%j is wrong usage, one sentence and exit code 2', async (args, sentence) => {
    const { exitCode, errors, lines, opened: times, closed } = await run(...args);
    expect(exitCode).toBe(2);
    expect(errors.join(' ')).toContain(sentence);
    expect(lines).toEqual([]);
    expect(closed).toBe(times);
  });
});

describe('allocation explain and adopt', () => {
  test('explains a ward of the plan asked for, by code or name', async () => {
    const byName = await run('explain', 'belsize', ...numbers);
    expect(byName.exitCode).toBe(0);
    expect(byName.lines[0]).toMatch(/^Belsize: \d officers? and \d PCSOs?, as at 1 March 2026\.$/);
    expect(byName.lines).toContain('This plan is not adopted.');
    expect((await run('explain', 'E05013652', ...numbers)).lines).toEqual(byName.lines);
    expect((await run('explain', 'E05013652', ...numbers, '--json')).json).toMatchObject({
      kind: 'explained',
      inForceFrom: null,
      ward: { code: 'E05013652', name: 'Belsize' },
      paragraphs: expect.arrayContaining([expect.stringContaining('Every ward has at least 2 officers')]),
    });
  });

  test('without options explains the plan in force; without one, says so with exit code 1', async () => {
    const none = await run('explain', 'Belsize');
    expect(none).toMatchObject({
      exitCode: 1,
      lines: [],
      errors: [
        'No plan is in force on 1 March 2026: give --dwo and --pcso, or adopt one with "wardroom allocation adopt".',
      ],
    });
    const adopted = await run('adopt', ...numbers);
    expect(adopted.exitCode).toBe(0);
    expect(adopted.lines.at(-1)).toBe(
      'In force from 1 March 2026, as plan 1: approved by the same person, because nobody else could.',
    );
    const inForce = await run('explain', 'Belsize');
    expect(inForce.exitCode).toBe(0);
    expect(inForce.lines).toContain('In the plan in force from 1 March 2026.');
    expect((await run('explain', 'Belsize', '--as-at', '2026-02-28')).exitCode).toBe(1);
    expect((await run('explain', 'Belsize', '--json')).json).toMatchObject({ inForceFrom: '2026-03-01' });
  });

  test('an infeasible plan is not adopted', async () => {
    const before = await run('explain', 'Belsize');
    expect(await run('adopt', '--dwo', '70', '--pcso', '48')).toMatchObject({
      exitCode: 1,
      lines: [expect.stringContaining('No plan.'), expect.anything()],
    });
    expect((await run('explain', 'Belsize')).lines).toEqual(before.lines);
  });
});

describe('allocation proposals, approve and withdraw', () => {
  const more = ['--unit', 'Central North', '--dwo', '120', '--pcso', '48'];

  test('the same plan again the same day changes nothing', async () => {
    const { lines, exitCode } = await run('adopt', ...numbers);
    expect(exitCode).toBe(0);
    expect(lines.join(' ')).toContain(
      'This plan is in force already, from 1 March 2026, as plan 1: nothing was changed.',
    );
    expect((await run('adopt', ...numbers, '--json')).json).toMatchObject({
      kind: 'in force already',
      id: '1',
      inForceFrom: '2026-03-01',
      plan: { officers: { dwo: 118 } },
    });
    expect((await run('proposals', '--json')).json).toHaveLength(1);
  });

  test('once somebody could approve, a plan waits for a second person', async () => {
    await holdApprovers(opened.records, ['b', 'c']);
    const { lines, exitCode } = await runAs(forAnna('b'), 'adopt', ...more);
    expect(exitCode).toBe(0);
    expect(lines.at(-1)).toBe('Proposed, as plan 2: somebody else approves it with "wardroom allocation approve 2".');
    expect((await runAs(forAnna('b'), 'adopt', ...more)).lines.join(' ')).toContain('is proposed already, as plan 2');
    expect((await run('explain', 'Belsize', '--json')).json).toMatchObject({ limits: { officers: { dwo: 118 } } });
  });

  test('neither its author nor the command line by itself approves it', async () => {
    expect(await runAs(forAnna('b'), 'approve', '2', '--json')).toMatchObject({
      exitCode: 1,
      errors: ['You proposed this yourself: ask somebody else to approve it.'],
    });
    expect((await run('approve', '2')).errors.join()).toContain('name the person who approves with --as');
    expect((await run('approve', '7')).errors.join()).toContain('There is no plan 7');
  });

  test('a preview says which wards gain, and the second person publishes exactly that', async () => {
    const { lines, exitCode } = await run('approve', '2', '--preview');
    expect([exitCode, lines.slice(0, 3)]).toEqual([
      0,
      [
        '120 officers and 48 PCSOs for 37 wards, in force from 1 March 2026.',
        'Readers see 118 officers and 48 PCSOs now, in the plan of 1 March 2026.',
        '2 wards gain, 0 lose, 35 stay as now.',
      ],
    ]);
    expect(lines.filter((line) => / gains 1 officer$/.test(line))).toHaveLength(2);
    const approved = await runAs(forAnna('c'), 'approve', '2');
    expect(approved.lines.at(-1)).toBe('Plan 2 is published, in force from 1 March 2026.');
    expect((await run('explain', 'Belsize', '--json')).json).toMatchObject({ limits: { officers: { dwo: 120 } } });
    expect((await run('proposals')).lines.at(-1)).toMatch(/^ +1 +published +2026-03-01 +cli:anna +the same, alone$/);
    expect((await run('proposals')).lines.at(-2)).toContain(personId('c'));
  });

  test('of a published plan one sentence says that there is nothing to approve', async () => {
    const sentence = 'Plan 2 is published already, in force from 1 March 2026: there is nothing to approve.';
    expect(await run('approve', '2', '--preview')).toMatchObject({ exitCode: 0, lines: [sentence], errors: [] });
    expect(await runAs(forAnna('c'), 'approve', '2')).toMatchObject({ exitCode: 1, lines: [], errors: [sentence] });
  });

  test('a withdrawal needs a reason, and the plan before is in force again', async () => {
    expect((await runAs(forAnna('b'), 'withdraw', '2')).exitCode).toBe(2);
    expect((await runAs(forAnna('b'), 'withdraw', '2', '--reason', ' ')).exitCode).toBe(1);
    const { lines } = await runAs(forAnna('b'), 'withdraw', '2', '--reason', 'two officers were counted twice');
    expect(lines).toEqual([
      'Plan 2 is withdrawn.',
      'Withdrawing it puts number 1, in force from 1 March 2026, back in its place.',
    ]);
    expect((await run('explain', 'Belsize', '--json')).json).toMatchObject({ limits: { officers: { dwo: 118 } } });
  });
});
