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
import { allocationCommands } from './commands.ts';
import { planWithRules } from './service.ts';
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
  test('adds who leads which wards, the gap and what binds', async () => {
    const rules = await rulesFile('spring', {
      name: 'Spring review',
      rules: { 'borough-floors': { Camden: 52 }, 'protected-wards': [{ ward: 'Belsize', 'at-least': 4 }] },
      tiers: { Bunhill: 'High' },
    });
    const { json, exitCode, errors } = await run('plan', ...numbers, '--sergeants', '27', '--rules', rules, '--json');
    expect([errors, exitCode]).toEqual([[], 0]);
    const plan = parseStoredPlan(json);
    expect(plan).toMatchObject({ decidedBy: 'solver', review: 'Spring review', gap: 0 });
    expect(plan.sergeants).toHaveLength(27);
    expect(plan.sergeants.flatMap(({ wards }) => wards).toSorted()).toEqual(plan.wards.map(({ code }) => code));
    expect(plan.binding.map(({ rule }) => rule).toSorted()).toEqual(expect.arrayContaining(['protected-wards']));
    console.log(plan.binding);
    const printed = await run('plan', ...numbers, '--sergeants', '27', '--rules', rules);
    console.log(printed.lines.join('\n'));
    expect(Math.max(...printed.lines.map((line) => line.length))).toBeLessThanOrEqual(100);
    const explained = await run('explain', 'Belsize', ...numbers, '--sergeants', '27', '--rules', rules);
    console.log(explained.lines.join('\n'));
  });
});
