import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { somebody } from '../../test/builders/approvers.ts';
import { holdFigures } from '../../test/builders/held-figures.ts';
import { type EmptyRecords, emptyRecords } from '../../test/builders/records.ts';
import { runCommands } from '../../test/builders/run-commands.ts';
import { testPlatform } from '../../test/builders/test-platform.ts';
import { burglaries } from '../../test/builders/ward-figures.ts';
import { ensureReferenceAreas } from '../geography/service.ts';
import { ensureReferenceUnit } from '../organisation/service.ts';
import type { Principal } from '../platform/access/index.ts';
import { checkSnapshots } from '../platform/publication/index.ts';
import { allocationCommands } from './commands.ts';
import { findProposal, planInForce, planWithRules } from './service.ts';
import { parseStoredPlan } from './stored-plan.ts';

let opened: EmptyRecords;
let folder: string;
const ANNA: Principal = { kind: 'operator', name: 'anna', as: null };
const as = (principal: Principal) =>
  testPlatform(opened.database, { principal, now: new Date('2026-03-01T12:00:00Z') });
const run = (...args: string[]) => runCommands(allocationCommands, as(ANNA), ['allocation', ...args]);
const numbers = ['--unit', 'Central North', '--dwo', '118', '--pcso', '48'];
async function rulesFile(name: string, rules: object): Promise<string> {
  const file = join(folder, `${name}.json`);
  await writeFile(file, JSON.stringify(rules));
  return file;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wardroom-rules-'));
  opened = await emptyRecords();
  const system = { ...as({ kind: 'wardroom' }), records: opened.records };
  await ensureReferenceAreas(system);
  await ensureReferenceUnit(system);
  await holdFigures(opened.records, burglaries('wards-2022', '2024-01', '2026-02'), {
    vintage: 'spring',
    kind: 'mps-ward',
  });
});
afterAll(async () => {
  await opened.close();
  await rm(folder, { recursive: true });
});

describe('allocation plan --sergeants --rules', () => {
  test('says who leads which wards, how sure it is and what binds, within 100 columns', async () => {
    const rules = await rulesFile('spring', {
      name: 'Spring review',
      rules: { 'borough-floors': { Camden: 52 }, 'protected-wards': [{ ward: 'Belsize', 'at-least': 4 }] },
    });
    const { lines, exitCode, errors } = await run('plan', ...numbers, '--sergeants', '27', '--rules', rules);
    expect([errors, exitCode]).toEqual([[], 0]);
    expect(lines[3]).toMatch(/^Ward +Borough +Officers +Demand +Quota +Last +Tier +Sergeant$/);
    expect(lines.find((line) => line.startsWith('Belsize'))).toMatch(/ 4 \+ 1 .*Standard +1$/);
    expect(lines).toContain('Sergeant 1: Belsize and West Hampstead (Standard), 3.0% of demand.');
    expect(lines).toContain('Proven best: no gap.');
    expect(lines.join(' ')).toMatch(/The rule 'borough floors' costs \d\.\d%: without it .* and \d more\./);
    expect(lines.join(' ')).toContain(
      'Switched off: cluster-balance, most-moves, most-lost, funded-officers, fixed-tiers',
    );
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test('without side rules has the same keys, empty, and asks no solver', async () => {
    const { json } = await run('plan', ...numbers, '--json');
    expect(json).toMatchObject({ sergeants: [], gap: 0, binding: [], decidedBy: 'hand-out', review: null });
  });

  test('half a post is taken to be elsewhere where nobody says so, and told', async () => {
    const { json } = await run('plan', ...numbers, '--sergeants', '37.5', '--json');
    const plan = parseStoredPlan(json);
    expect(plan.sergeants).toHaveLength(37);
    expect(plan.remarks).toEqual([expect.stringContaining('Of 37.5 sergeants 0.5 is taken to be in a post elsewhere')]);
    expect(await run('plan', ...numbers, '--sergeants', '27.5', '--sergeants-elsewhere', '0.25')).toMatchObject({
      exitCode: 1,
      lines: [expect.stringContaining('No plan. 27.5 sergeants less 0.25 elsewhere leave 27.25'), expect.anything()],
    });
  });

  test('an impossible number of sergeants names its rule and the number that would do', async () => {
    const { json, exitCode } = await run('plan', ...numbers, '--sergeants', '18', '--json');
    expect(exitCode).toBe(1);
    expect(json).toMatchObject({
      kind: 'infeasible',
      because: [{ rule: 'shared-wards', sentence: expect.stringContaining('at least 19 sergeants are needed') }],
    });
  });

  test('a mistake is one sentence and exit code 2', async () => {
    const said = async (rules: object, ...more: string[]) => {
      const { errors, exitCode } = await run('plan', ...numbers, '--rules', await rulesFile('wrong', rules), ...more);
      expect([errors.length, exitCode]).toEqual([1, 2]);
      return errors[0];
    };
    expect(await said({ rules: { 'fewest-moves': {} } })).toContain('there is no side rule "fewest-moves". Known:');
    expect(await said({ rules: { 'protected-wards': ['Belsise'] } })).toBe(
      'No ward of Central North is called "Belsise". Did you mean Belsize?',
    );
    expect(await said({ rules: { 'most-moves': { officers: 2 } } })).toContain('needs the officers each ward has now');
    expect(await said({ rules: { 'cluster-balance': { within: 2 } } })).toContain('needs clusters');
    expect(await said({ tiers: { Belsize: 'High' } })).toContain('give the number of sergeants too');
    expect(await said({}, '--prove')).toContain('leave --prove out');
    expect((await run('plan', ...numbers, '--rules', join(folder, 'none.json'))).errors[0]).toContain('cannot be read');
  });
});

describe('a plan with rules', () => {
  test('is adopted, comes back whole, and explains its wards; the next review counts moves against it', async () => {
    const rules = await rulesFile('adopt', {
      name: 'First',
      rules: { 'protected-wards': [{ ward: 'Belsize', 'at-least': 3 }] },
    });
    const adopted = await run('adopt', ...numbers, '--sergeants', '37', '--rules', rules, '--json');
    expect(adopted.json).toMatchObject({ kind: 'published', plan: { review: 'First', decidedBy: 'solver' } });
    const again = await run('adopt', ...numbers, '--sergeants', '37', '--rules', rules, '--json');
    expect(again.json).toMatchObject({ kind: 'in force already' });
    const inForce = await planInForce(opened.records, null, '2026-03-01');
    expect(inForce?.plan.sergeants).toHaveLength(37);
    const explained = (await run('explain', 'Belsize')).lines.join(' ');
    expect(explained).toContain("Belsize has its 3rd officer because of the rule 'protected wards'");
    expect(explained).toContain("Without the rule 'protected wards' it would have 2 officers.");
    expect(explained).toContain('it has a sergeant of its own, sergeant 1.');
    const next = await rulesFile('next', { name: 'Second', rules: { 'most-moves': { officers: 0 } } });
    const second = parseStoredPlan((await run('plan', ...numbers, '--rules', next, '--json')).json);
    expect(second.current?.source).toBe('the plan in force from 1 March 2026');
    expect(second.wards.map(({ dwo }) => dwo)).toEqual(inForce?.plan.wards.map(({ dwo }) => dwo));
    expect(second.binding).toMatchObject([
      { rule: 'most-moves', wards: expect.arrayContaining([{ code: 'E05013652', dwo: 2 }]) },
    ]);
  });

  test('is published without what its wards had, which who reads postings of the unit sees all the same', async () => {
    const before = (await planInForce(opened.records, null, '2026-03-01'))?.plan.wards ?? [];
    const current = Object.fromEntries(before.map(({ code, dwo }) => [code, dwo]));
    const side = { 'protected-wards': ['Belsize'], 'most-lost': { officers: 1 } };
    const rules = await rulesFile('kept', { name: 'Kept', current: { ...current, E05013652: 4 }, rules: side });
    const adopted = (await run('adopt', ...numbers, '--rules', rules, '--json')).json as { id: string };
    const inForce = await planInForce(as({ kind: 'visitor' }).records, null, '2026-03-01');
    expect(inForce?.plan).toMatchObject({ review: 'Kept', remarks: [] });
    expect(inForce?.plan.current).toEqual({ source: 'the numbers in the rules file', officers: null });
    expect(inForce?.plan.rules.find(({ name }) => name === 'protected-wards')?.sentence).toBe(
      'Belsize keeps what it has now.',
    );
    expect((await run('adopt', ...numbers, '--rules', rules, '--json')).json).toMatchObject({
      kind: 'in force already',
    });
    expect((await checkSnapshots(opened.records)).faults).toEqual([]);
    const id = inForce?.id ?? adopted.id;
    const seenBy = async (role: 'inspector' | 'sergeant') =>
      (await findProposal(as(somebody('a', role, { borough: 'E09000007', ward: 'E05013652' })), { id }))?.content.plan;
    expect((await seenBy('inspector'))?.current?.officers).toMatchObject({ E05013652: 4 });
    expect((await seenBy('inspector'))?.remarks).toEqual([expect.stringContaining('and 118 are planned')]);
    expect(await seenBy('sergeant')).toMatchObject({ current: { officers: null }, remarks: [] });
  });

  test('is for who may read plans: a visitor is asked to sign in', async () => {
    const asked = { unit: null, asAt: '2026-03-01', dwo: 118, pcso: 48, sergeants: { all: 37, elsewhere: null } };
    await expect(planWithRules(as({ kind: 'visitor' }), asked)).rejects.toThrow(/sign in/i);
    expect(await planWithRules(as(somebody('a', 'inspector')), asked)).toMatchObject({ kind: 'optimal' });
  });
});
