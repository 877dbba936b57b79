import fc from 'fast-check';
import { expect, test } from 'vitest';
import { demandOf, madeUpShares } from '../../../test/builders/demand-index.ts';
import type { OptimalPlan, PlannedWard } from '../model.ts';
import { planFromDemand } from '../plan-from-demand.ts';
import { answerForUnit } from './answer-for-unit.ts';
import { answerForWard } from './answer-for-ward.ts';
import type { AnswerRecords } from './model.ts';

const SEED = 20_170_118;

const plans = fc
  .record({
    wards: fc.integer({ min: 2, max: 30 }),
    seed: fc.integer({ min: 1, max: 500 }),
    more: fc.integer({ min: 0, max: 60 }),
    morePcsos: fc.integer({ min: 0, max: 10 }),
  })
  .map(({ wards, seed, more, morePcsos }): OptimalPlan => {
    const dwo = Math.min(2 * wards + more, 7 * wards);
    const plan = planFromDemand(demandOf(madeUpShares(wards, seed)), { dwo, pcso: wards + morePcsos });
    if (plan.kind !== 'optimal') throw new Error('Between floor and ceiling there is a plan.');
    return plan;
  });

const recordsOf = (plan: OptimalPlan, share: number): AnswerRecords => ({
  plan,
  stability: {
    kind: 'reckoned',
    stability: {
      ...{
        samples: 1_000,
        seed: 1,
        samplingError: 0.04,
        within: null,
        components: ['deprivation', 'residents'],
        officers: plan.officers.dwo,
        remarks: [],
      },
      wards: plan.wards.map(({ code, dwo }) => ({
        ...{ code, ranks: {}, driver: null, direction: null },
        shares: { [dwo]: share, [dwo + 1]: 1 - share },
      })),
    },
  },
  decision: null,
  change: { kind: 'first' },
  standing: { kind: 'in force', id: '1', from: '2026-03-01', publishedOn: '2026-02-20', alone: false, reason: null },
});

const numbersIn = (text: string | undefined, pattern: RegExp): number[] =>
  (text?.match(pattern) ?? []).slice(1).map(Number);

function checkWard(plan: OptimalPlan, ward: PlannedWard, share: number): void {
  const { sentences, paragraph } = answerForWard({ ...recordsOf(plan, share), code: ward.code });
  const text = (about: string) => sentences.find((each) => each.about === about)?.text;
  expect(numbersIn(text('how many'), /has (\d+) officers? and (\d+) PCSOs?/)).toEqual([ward.dwo, ward.pcso]);
  const [own = Number.NaN] = numbersIn(text('why'), /it has ([\d.]+)% of the demand/);
  expect(Math.abs(own / 100 - ward.demandShare)).toBeLessThanOrEqual(0.0005 + 1e-12);
  const turns = plan.officers.dwo - 2 * plan.wards.length;
  const last = ward.awards.at(-1)?.rank;
  if (last !== undefined && last !== null && last < turns)
    expect(numbersIn(text('rank of the last officer'), /Its last officer was the (\d+)\w+ of the (\d+)/)).toEqual([
      last,
      turns,
    ]);
  const [higher] = numbersIn(text('what would change it'), /officer if its demand were ([\d.]+)% higher/);
  if (higher !== undefined && ward.margin.gain !== null && higher >= 0.1)
    expect(Math.abs(higher / 100 - (ward.margin.gain / ward.demandShare - 1))).toBeLessThanOrEqual(0.0005 + 1e-12);
  const [sure] = numbersIn(text('how sure'), /(\d+)% would give this ward/);
  if (sure !== undefined) expect(Math.abs(sure / 100 - share)).toBeLessThanOrEqual(0.005 + 1e-12);
  const all = sentences.map(({ text: each }) => each).join(' ');
  for (const each of [paragraph, all]) expect(each).not.toMatch(/NaN|undefined|null|Infinity|\.\.| {2}/);
  expect(paragraph.split(' ').length).toBeLessThanOrEqual(110);
  const [aloud] = numbersIn(paragraph, /weightings, (\d+)% keep that number/);
  if (aloud !== undefined) expect(Math.abs(aloud / 100 - share)).toBeLessThanOrEqual(0.005 + 1e-12);
}

test('every number in a ward’s answer is the plan’s', () => {
  fc.assert(
    fc.property(plans, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (plan, share) => {
      for (const ward of plan.wards) checkWard(plan, ward, share);
    }),
    { seed: SEED, numRuns: 60 },
  );
});

test('every number in the unit’s answer is the plan’s, and the wards add up to it', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const { paragraphs, wards } = answerForUnit(recordsOf(plan, 0.5));
      const text = (about: string) => paragraphs.find((each) => each.about === about)?.text;
      expect(numbersIn(text('which plan'), /: (\d+) officers and (\d+) PCSOs/)).toEqual([
        plan.officers.dwo,
        plan.officers.pcso,
      ]);
      expect(wards.reduce((sum, { dwo }) => sum + dwo, 0)).toBe(plan.officers.dwo);
      const groups = [...(text('who has most') ?? '').matchAll(/(\d+) (?:has|have) (\d+)/g)];
      if (groups.length > 0)
        expect(groups.reduce((sum, [, count, dwo]) => sum + Number(count) * Number(dwo), 0)).toBe(plan.officers.dwo);
      expect(paragraphs.map(({ text: each }) => each).join(' ')).not.toMatch(/NaN|undefined|null|Infinity|\.\.| {2}/);
    }),
    { seed: SEED, numRuns: 60 },
  );
});
