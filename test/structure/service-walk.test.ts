import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureReferenceAreas } from '../../src/geography/service.ts';
import { ensureReferenceUnit } from '../../src/organisation/service.ts';
import { may, type Place, type Principal, type Service, type ServiceRule } from '../../src/platform/access/index.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { absenceSamples } from '../builders/absence-samples.ts';
import { chartSettingSamples } from '../builders/chart-setting-samples.ts';
import { charterSamples } from '../builders/charter-records.ts';
import { claimSamples } from '../builders/claim-samples.ts';
import { consultationSamples } from '../builders/consultation-samples.ts';
import { CAMDEN, eachPrincipal, ISLINGTON, UNIT, WARD } from '../builders/each-principal.ts';
import { planDrafts } from '../builders/plan-drafts.ts';
import { postingSamples } from '../builders/posting-samples.ts';
import { type EmptyRecords, emptyRecords } from '../builders/records.ts';
import { testPlatform } from '../builders/test-platform.ts';

type Guarded = Extract<ServiceRule, { kind: 'guarded' }>;
type AnyService = Service<[Platform, ...unknown[]], unknown> & { rule: Guarded };

interface Sample {
  args: unknown[];
  place: Place;
  /** Whether what the function did is undone, so that the next one finds the record as it was. */
  undone?: true;
}

/** What a function that asks about a place is called with, and which place that is. */
const SAMPLES: Record<string, Sample[]> = {
  'allocation.propose-plan': [{ args: [{ unit: UNIT }], place: { unit: UNIT } }],
  'organisation.import-book': [
    { args: [{ unit: UNIT, name: 'walk', files: [], dryRun: true }], place: { unit: UNIT } },
  ],
  'organisation.book-of-borough': [CAMDEN, ISLINGTON].map((code) => ({
    args: [{ code, asAt: '2026-03-10' }],
    place: { unit: UNIT, borough: code },
  })),
  'organisation.book-of-ward': [
    { args: [{ code: WARD, asAt: '2026-03-10' }], place: { unit: UNIT, borough: CAMDEN, ward: WARD } },
  ],
  'organisation.export-book': [{ args: [UNIT], place: { unit: UNIT } }],
  'organisation.book-imports': [{ args: [UNIT], place: { unit: UNIT } }],
  'performance.add-measure-set': [{ args: [{ unit: UNIT, source: '{}' }], place: { unit: UNIT } }],
  'allocation.adopt-plan': [{ args: [{ unit: UNIT }], place: { unit: UNIT } }],
  'ringfence.propose-policy': [{ args: [{ unit: UNIT }], place: { unit: UNIT } }],
  'ringfence.adopt-policy': [{ args: [{ unit: UNIT, id: 0 }], place: { unit: UNIT } }],
  'ringfence.decline-policy': [{ args: [{ unit: UNIT, id: 0 }], place: { unit: UNIT } }],
  'ringfence.enter-other-days': [{ args: [{ unit: UNIT, key: '' }], place: { unit: UNIT } }],
  'ringfence.call-off-event': [{ args: [{ unit: UNIT, key: '', because: '' }], place: { unit: UNIT } }],
};
/** Functions about one plan, which is somewhere: each is asked about plans of several places. */
const OF_ONE_PLAN = ['find', 'preview', 'approve', 'publish', 'take-back', 'withdraw'].map(
  (move) => `allocation.${move}-plan`,
);

const src = fileURLToPath(new URL('../../src/', import.meta.url));

async function guardedServices(): Promise<AnyService[]> {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(^|[/-])service\.ts$/.test(name),
  );
  const found = new Map<string, AnyService>();
  for (const file of files) {
    const module = (await import(pathToFileURL(join(src, file)).href)) as Record<string, unknown>;
    for (const each of Object.values(module)) {
      if (typeof each !== 'function' || !Object.hasOwn(each, 'rule')) continue;
      const service = each as AnyService;
      if (service.rule.kind === 'guarded') found.set(service.rule.name, service);
    }
  }
  return [...found.values()];
}

let opened: EmptyRecords;
beforeAll(async () => {
  opened = await emptyRecords();
  const system = { ...testPlatform(opened.database), records: opened.records };
  await ensureReferenceAreas(system);
  await ensureReferenceUnit(system);
  Object.assign(SAMPLES, await postingSamples(opened.records), await consultationSamples(opened.records));
  Object.assign(SAMPLES, await chartSettingSamples(opened.records), await claimSamples(opened.records));
  Object.assign(SAMPLES, await charterSamples(opened.records), await absenceSamples(opened.records));
  const drafts = await planDrafts(system);
  for (const name of OF_ONE_PLAN)
    SAMPLES[name] = drafts.map(({ place, ...asked }) => ({
      args: [{ ...asked, reason: 'It was counted twice.' }],
      place,
      undone: true,
    }));
});
afterAll(() => opened.close());

/** Thrown to undo a transaction that went well. */
class Undone extends Error {
  override name = 'Undone';
}

/**
 * Whether a function let a principal in: what becomes of the call afterwards is not the walk's question. A record that it
 * says is not there was kept from them as well as by a refusal.
 */
async function letIn(service: AnyService, principal: Principal, { args, undone }: Omit<Sample, 'place'>) {
  const platform = testPlatform(opened.database, { principal });
  let answer: unknown = 'none';
  try {
    if (undone === undefined) answer = await service(platform, ...args);
    else
      await platform.records.transaction().execute(async (trx) => {
        answer = await service({ ...platform, records: trx }, ...args);
        throw new Undone();
      });
  } catch (error) {
    return !(error instanceof Error && ['NotAllowed', 'SignInNeeded'].includes(error.name)) && !saysNothing(answer);
  }
  return undone === undefined || !saysNothing(answer);
}

const saysNothing = (answer: unknown): boolean =>
  answer === null || (typeof answer === 'object' && 'kind' in answer && answer.kind === 'unknown');

/** Everyone whom a function treats otherwise than the matrix says, at each place it can be asked about. */
async function strays(service: AnyService): Promise<string[]> {
  const { module, act, placed, name } = service.rule;
  const samples = placed ? (SAMPLES[name] ?? []) : [{ args: [], place: null }];
  const found: string[] = [];
  for (const { place, ...sample } of samples) {
    for (const { who, principal } of eachPrincipal()) {
      const due = may(principal, { module, act, place });
      const did = await letIn(service, principal, sample);
      if (did !== due) found.push(`${who} was ${did ? 'let in' : 'refused'} at ${JSON.stringify(place)}`);
    }
  }
  return found;
}

const services = await guardedServices();

describe('every guarded service function, asked by every role in its own borough and in others', () => {
  it('finds them', () => {
    expect(services.length).toBeGreaterThan(25);
  });

  it('has a sample for each that asks about a place', () => {
    const placed = services.filter(({ rule }) => rule.placed).map(({ rule }) => rule.name);
    expect(placed.filter((name) => SAMPLES[name] === undefined)).toEqual([]);
  });

  it.each(services.map((service) => ({ name: service.rule.name, service })))('$name', async ({ service }) => {
    expect(await strays(service)).toEqual([]);
  });

  it('would find one that skips its check', async () => {
    const rule: Guarded = { kind: 'guarded', name: 'planted', module: 'users', act: 'write', placed: false };
    const planted = Object.assign(async () => 'done', { rule }) as unknown as AnyService;
    const found = await strays(planted);
    expect(found).toContain('a visitor was let in at null');
    expect(found).toContain('council in Camden was let in at null');
    expect(found).not.toContain('administrator in the unit was let in at null');
  });

  it('would find one that asks about the wrong place', async () => {
    const rule: Guarded = { kind: 'guarded', name: 'planted', module: 'allocation', act: 'read', placed: true };
    const { guarded } = await import('../../src/platform/access/index.ts');
    const wrong = guarded(
      { name: 'planted', module: 'allocation', act: 'read', place: () => ({ unit: UNIT, borough: CAMDEN }) },
      async () => 'done',
    );
    SAMPLES.planted = [{ args: [], place: { unit: UNIT, borough: ISLINGTON } }];
    const found = await strays(Object.assign(wrong, { rule }) as unknown as AnyService);
    expect(found).toContain('council in Camden was let in at {"unit":"Central North","borough":"E09000019"}');
    expect(found).toContain('council in Islington was refused at {"unit":"Central North","borough":"E09000019"}');
  });
});
