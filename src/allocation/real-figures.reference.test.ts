import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EmptyRecords, emptyRecords } from '../../test/builders/records.ts';
import { ensureReferenceAreas } from '../geography/service.ts';
import { ensureReferenceUnit } from '../organisation/service.ts';
import { importFiles } from '../sources/service.ts';
import type { OptimalPlan } from './model.ts';
import { planAllocation } from './service.ts';

const NAME = 'MPS Ward Level Crime (most recent 24 months).csv';
const path = fileURLToPath(new URL(`../../../shared/data/mps/${NAME}`, import.meta.url));
const WEIGHTS = { 'recorded-crime': 3, 'violence-and-robbery': 2 };
const FLOOR = 2;
const CEILING = 7;
const OFFICERS = 118;

/** March 2025 to February 2026 of the file, summed for each ward code by a reader of its own. */
function sumsOfFile() {
  const [head = '', ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  const months = head
    .split(',')
    .map((name, column) => ({ name, column }))
    .filter(({ name }) => name >= '202503' && name <= '202602');
  const crime = new Map<string, number>();
  const violence = new Map<string, number>();
  for (const line of lines) {
    const cells = line.match(/("[^"]*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/,$/, '').replaceAll('"', '')) ?? [];
    const [major = '', minor = '', , code = ''] = cells;
    if (major.includes('FRAUD')) continue;
    const count = months.reduce((sum, { column }) => sum + Number(cells[column] || 0), 0);
    crime.set(code, (crime.get(code) ?? 0) + count);
    const counts = major === 'ROBBERY' || /^(VIOLENCE WITH INJURY|HOMICIDE|DEATH SERIOUS INJURY)/.test(minor);
    if (counts) violence.set(code, (violence.get(code) ?? 0) + count);
  }
  return { crime, violence };
}

/** The hand-out by whole numbers alone: shares over a common denominator, priorities compared crosswise. */
function handOutByHand(codes: string[]): { officers: number[]; turns: string[] } {
  const { crime, violence } = sumsOfFile();
  const of = (counts: Map<string, number>) => codes.map((code) => BigInt(counts.get(code) ?? 0));
  const total = (counts: bigint[]) => counts.reduce((sum, count) => sum + count, 0n);
  const [crimes, violences] = [of(crime), of(violence)];
  const demand = codes.map(
    (_, ward) => 3n * (crimes[ward] ?? 0n) * total(violences) + 2n * (violences[ward] ?? 0n) * total(crimes),
  );
  const officers = codes.map(() => FLOOR);
  const turns: string[] = [];
  const steps = (ward: number) => BigInt(officers[ward] ?? 0) * BigInt((officers[ward] ?? 0) + 1);
  const square = (ward: number) => (demand[ward] ?? 0n) ** 2n;
  while (officers.reduce((sum, number) => sum + number, 0) < OFFICERS) {
    const open = codes.map((_, ward) => ward).filter((ward) => (officers[ward] ?? 0) < CEILING);
    const first = open.reduce((best, ward) => (square(ward) * steps(best) > square(best) * steps(ward) ? ward : best));
    officers[first] = (officers[first] ?? 0) + 1;
    turns.push(codes[first] ?? '');
  }
  return { officers, turns };
}

describe.skipIf(!existsSync(path))('a plan from the real ward file', () => {
  let opened: EmptyRecords;
  let folder: string;
  let plan: OptimalPlan;

  beforeAll(async () => {
    opened = await emptyRecords();
    folder = await mkdtemp(join(tmpdir(), 'wardroom-plan-'));
    const platform = {
      records: opened.records,
      dataFolder: folder,
      actor: 'test',
      principal: { kind: 'wardroom' } as const,
      now: () => new Date(),
    };
    await ensureReferenceAreas(platform);
    await ensureReferenceUnit(platform);
    await importFiles(platform, [{ path, name: NAME }]);
    const weights = { name: 'test', version: '1', weights: WEIGHTS };
    const planned = await planAllocation(opened.records, {
      unit: 'Central North',
      asAt: '2026-03-01',
      dwo: OFFICERS,
      pcso: 37,
      weights,
    });
    if (planned.kind !== 'optimal') throw new Error('The file has every figure the plan needs.');
    plan = planned;
  });
  afterAll(async () => {
    await opened.close();
    await rm(folder, { recursive: true });
  });

  test('has the totals of the file', () => {
    const { crime, violence } = sumsOfFile();
    const sum = (counts: Map<string, number>) =>
      plan.wards.reduce((total, { code }) => total + (counts.get(code) ?? 0), 0);
    expect(plan.used.map(({ component, total }) => [component, total])).toEqual([
      ['recorded-crime', sum(crime)],
      ['violence-and-robbery', sum(violence)],
    ]);
    expect(sum(crime)).toBeGreaterThan(50_000);
  });

  test('gives every ward what whole-number arithmetic gives it, turn by turn', () => {
    const { officers, turns } = handOutByHand(plan.wards.map(({ code }) => code));
    expect(plan.wards.map(({ dwo }) => dwo)).toEqual(officers);
    const ours = plan.wards.flatMap(({ code, awards }) => awards.map(({ rank }) => ({ rank, code })));
    expect(ours.toSorted((a, b) => Number(a.rank) - Number(b.rank)).map(({ code }) => code)).toEqual(turns);
  });
});
