import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdApprovers, somebody } from '../../../../test/builders/approvers.ts';
import { CAMDEN, UNIT } from '../../../../test/builders/each-principal.ts';
import { holdFigures } from '../../../../test/builders/held-figures.ts';
import { describeStores, type EmptyRecords } from '../../../../test/builders/records.ts';
import { testPlatform } from '../../../../test/builders/test-platform.ts';
import { demonstrationFigures } from '../../../app/demonstration/figures.ts';
import { referenceAreas } from '../../../geography/index.ts';
import { ensureReferenceAreas } from '../../../geography/service.ts';
import { Refused } from '../../../lib/refused.ts';
import { ensureReferenceUnit } from '../../../organisation/service.ts';
import type { Principal } from '../../../platform/access/index.ts';
import { StaleEdit } from '../../../platform/concurrency/index.ts';
import { plans } from '../../publication-service.ts';
import {
  approvePlan,
  findPlan,
  findProposal,
  planAllocation,
  previewPlan,
  publishPlan,
  withdrawPlan,
} from '../../service.ts';
import type { Party, Review, WeightProposal } from '../model.ts';
import { listWeightProposals, proposeWeights, withdrawWeights } from '../proposal/proposal-service.ts';
import { findReview, openReview } from '../review/review-service.ts';
import { type ChoiceAsked, type Chosen, chooseProposal } from './decision-service.ts';

const analyst = somebody('a', 'analyst');
const [anna, ben] = [somebody('b', 'command'), somebody('c', 'command')];
const council = somebody('d', 'council', { borough: CAMDEN });
const visitor: Principal = { kind: 'visitor' };
const operator: Principal = { kind: 'operator', name: 'test', as: null };
const POLICE: Party = { kind: 'police', name: 'Police', borough: null, ward: null };
const CAMDEN_COUNCIL: Party = { kind: 'council', name: 'Camden Council', borough: CAMDEN, ward: null };

const OPENED = new Date('2026-01-10T12:00:00Z');
const CLOSED = new Date('2026-02-05T12:00:00Z');
/** Residents are known twice over: of the month before the review, and otherwise before the plan is in force. */
const SERIES = demonstrationFigures(referenceAreas('wards-2022')).map((series, place) =>
  series.category.endsWith('/residents')
    ? { ...series, firstMonth: '2025-12' as const, values: [4000 + 97 * (place % 90), null, series.values[0] ?? 1] }
    : series,
);

describeStores('decisions', (open) => {
  let kept: EmptyRecords;
  const as = (principal: Principal, now = CLOSED) => testPlatform(kept.database, { principal, now });
  beforeAll(async () => {
    kept = await open();
    const system = { ...testPlatform(kept.database), records: kept.records };
    await ensureReferenceAreas(system);
    await ensureReferenceUnit(system);
    await holdFigures(kept.records, SERIES, { vintage: 'first', kind: 'synthetic' });
    await holdApprovers(kept.records, ['b', 'c']);
  });
  afterAll(() => kept.close());

  /** A review with what the police and a council proposed; it closed on 31 January. */
  async function consulted(): Promise<{ review: Review; police: WeightProposal; camden: WeightProposal }> {
    const review = await openReview(as(analyst, OPENED), {
      ...{ unit: UNIT, name: 'Spring 2026', question: 'Which weights?', numbers: { dwo: 118, pcso: 48 } },
      components: ['recorded-crime', 'anti-social-behaviour', 'burglary', 'residents'],
      ...{ asAt: '2026-01-01', inForceFrom: '2026-03-01', closesOn: '2026-01-31', invited: [CAMDEN_COUNCIL] },
    });
    const asked = { review: review.id, title: '', publishComment: false, version: null };
    const police = await proposeWeights(as(analyst, OPENED), {
      ...{ ...asked, party: POLICE, comment: 'For the police alone.', bounds: null },
      given: { method: 'budget', points: { 'recorded-crime': 70, burglary: 30 } },
    });
    const camden = await proposeWeights(as(council, OPENED), {
      ...{ ...asked, party: CAMDEN_COUNCIL, comment: 'Nuisance matters most.', publishComment: true },
      bounds: { burglary: [0, 0.2] },
      given: { method: 'budget', points: { 'anti-social-behaviour': 50, burglary: 10, residents: 40 } },
    });
    return { review, police, camden };
  }

  const choice = (review: Review, proposal: WeightProposal, rest: Partial<ChoiceAsked> = {}): ChoiceAsked => ({
    ...{ review: review.id, version: review.version, proposal: proposal.id },
    ...{ reasons: 'It follows nuisance.', figures: null, seen: null, ...rest },
  });
  const caught = (doing: Promise<unknown>) =>
    doing.then(
      (done) => done,
      (error: unknown) => error,
    );
  const planOf = (chosen: Chosen) => {
    if (chosen.kind !== 'chosen') throw new Error('Nothing was chosen.');
    return chosen.plan;
  };

  describe('choosing', () => {
    it('is refused with a reason, and leaves nothing behind', async () => {
      const { review, police, camden } = await consulted();
      await withdrawWeights(as(analyst), { id: police.id, version: police.version, because: 'Ours was a draft.' });
      const refused: [Partial<ChoiceAsked>, Date, string][] = [
        [{}, OPENED, 'The review takes proposals until 31 January 2026: choose after that day'],
        [{ reasons: '  ' }, CLOSED, 'Say why it is chosen'],
        [{ proposal: police.id }, CLOSED, 'Police draft took this proposal back: choose another.'],
        [{ proposal: 999 }, CLOSED, 'Choose one of the proposals of this review.'],
      ];
      for (const [rest, now, sentence] of refused) {
        const error = await caught(chooseProposal(as(anna, now), choice(review, camden, rest)));
        expect(error).toBeInstanceOf(Refused);
        expect(error).toMatchObject({ message: expect.stringContaining(sentence) });
      }
      expect(await caught(chooseProposal(as(anna), choice(review, camden, { version: 7 })))).toBeInstanceOf(StaleEdit);
      for (const principal of [analyst, council, visitor])
        await expect(chooseProposal(as(principal), choice(review, camden))).rejects.toThrow(/role|[Ss]ign in/);
      expect((await findReview(as(anna), review.id))?.choice).toBeNull();
      expect(await plans.list(as(anna), UNIT)).toEqual([]);
    });

    it('of two commanders who choose at once one wins; a second person approves, and everybody reads the decision', async () => {
      const { review, police, camden } = await consulted();
      const tried = await Promise.all(
        [chooseProposal(as(anna), choice(review, camden)), chooseProposal(as(ben), choice(review, police))].map(caught),
      );
      const [won, lost] = tried[0] instanceof Error ? tried.toReversed() : tried;
      expect(lost).toMatchObject({ message: expect.stringMatching(/plan \d+ is on its way: withdraw that plan/) });
      const first = planOf(won as Chosen);

      await withdrawPlan(as(ben), { id: first, reason: 'The reasons were unclear.' });
      expect((await findReview(as(anna), review.id))?.choice).toBeNull();
      const plan = planOf(await chooseProposal(as(anna), choice(review, camden)));
      expect((await findReview(as(anna), review.id))?.choice).toMatchObject({
        plan,
        planState: 'proposed',
        proposal: camden.id,
      });
      expect((await findReview(as(council), review.id))?.choice).toBeNull();
      expect((await listWeightProposals(as(council), review.id)).map(({ title }) => title)).toEqual(['Camden Council']);

      const contentHash = (await previewPlan(as(anna), { id: plan }))?.approvalHash ?? '';
      expect(await approvePlan(as(anna), { id: plan, contentHash })).toEqual({
        kind: 'refused',
        because: 'You proposed this yourself: ask somebody else to approve it.',
      });
      const preview = await previewPlan(as(ben), { id: plan });
      expect(preview?.described.sentences.join(' ')).toContain(
        'Weights were proposed by Police draft and Camden Council. On 5 February 2026 those of Camden Council were chosen: It follows nuisance.',
      );
      // The plan's own 2 × 38 numbers, and 38 officers under each of two proposals.
      expect(preview?.after).toMatchObject({ kind: 'protected', record: { published: 4 * 38, primary: 0 } });
      /** Whether somebody sees who proposed what, in the plan and in what it would change. */
      const seesDecision = async (principal: Principal, now = CLOSED) => {
        const found = await findProposal(as(principal, now), { id: plan });
        const shown = await previewPlan(as(principal, now), { id: plan });
        if (found === null || shown === null) return null;
        const told = JSON.stringify([shown.described, shown.changes, shown.after, found.content]);
        expect(told.includes('It follows nuisance.')).toBe(found.content.decision !== undefined);
        expect(told.includes('Police draft')).toBe(found.content.decision !== undefined);
        return found.content.decision !== undefined;
      };
      for (const role of ['command', 'analyst', 'inspector', 'sergeant', 'specialist'] as const)
        expect([role, await seesDecision(somebody('a', role))]).toEqual([role, true]);
      expect(await seesDecision(operator)).toBe(false);
      expect(await caught(seesDecision(council))).not.toBe(true);
      expect(await approvePlan(as(ben), { id: plan, contentHash })).toMatchObject({ kind: 'done' });
      expect(await publishPlan(as(ben), { id: plan })).toMatchObject({ kind: 'done' });
      expect(await seesDecision(operator)).toBe(false);
      expect(await seesDecision(operator, new Date('2026-03-01T12:00:00Z'))).toBe(true);

      const read = await findPlan(as(visitor).records, plan);
      expect(read?.decision).toMatchObject({
        ...{
          chosen: camden.id,
          reasons: 'It follows nuisance.',
          on: '2026-02-05',
          figures: 'as opened',
          revised: null,
        },
        review: { number: review.number, closesOn: '2026-01-31' },
        proposals: [
          { title: 'Police draft', comment: null },
          { title: 'Camden Council', comment: 'Nuisance matters most.', bounds: { burglary: [0, 0.2] } },
        ],
        stability: { within: null, samples: 10_000 },
        stabilityWithin: { within: [{ name: 'Camden Council' }] },
      });
      const chosen = read?.decision?.proposals[1]?.officers;
      expect(chosen).toEqual(Object.fromEntries(read?.plan.wards.map(({ code, dwo }) => [code, dwo]) ?? []));
      expect(JSON.stringify(read)).not.toMatch(/person:/);
      const found = await plans.find(as(anna), { id: plan });
      if (found === null) throw new Error('The plan was proposed.');
      const { options } = found.content;
      expect(await planAllocation(as(anna).records, options)).toEqual(read?.plan);
      const numbersOf = (made: Awaited<ReturnType<typeof planAllocation>>) =>
        made.kind === 'optimal' ? made.wards.map(({ dwo }) => dwo) : [];
      // On the figures known by its own day it is another plan.
      const { figuresAt, ...later } = options;
      expect(figuresAt).toBe('2026-01-01');
      expect(numbersOf(await planAllocation(as(anna).records, later))).not.toEqual(numbersOf(found.content.plan));
      expect(read?.plan.weights.name).toBe(`Camden Council, review ${review.number}`);
      expect(await caught(chooseProposal(as(anna), choice(review, police)))).toMatchObject({
        message: `This review is decided by plan ${plan}: open another review to change it.`,
      });
    });

    it('says what was revised, and rests on the figures that were named', async () => {
      const { review, camden } = await consulted();
      const tripled = new Set(review.demand.wards.slice(0, 5).map(({ code }) => code));
      const more = SERIES.map((series) =>
        tripled.has(series.areaCode) && series.category.endsWith('/anti-social-behaviour')
          ? { ...series, values: series.values.map((value) => (value === null ? null : value * 3)) }
          : series,
      );
      await holdFigures(kept.records, more, { vintage: 'second', kind: 'synthetic' });
      const flagged = await chooseProposal(as(anna), choice(review, camden));
      if (flagged.kind !== 'figures revised') throw new Error('The figures were revised.');
      expect(flagged.revised.sentence).toBe(
        'Since the review opened, anti-social behaviour was revised in 5 wards (from “first” to “second”).',
      );
      const { hash: seen } = flagged.revised;
      // Told of another revision, or of none, is not told.
      expect(await chooseProposal(as(anna), choice(review, camden, { figures: 'as opened' }))).toMatchObject({
        kind: 'figures revised',
      });
      const plan = planOf(await chooseProposal(as(anna), choice(review, camden, { figures: 'as revised', seen })));
      const found = await plans.find(as(anna), { id: plan });
      expect(found?.content.decision).toMatchObject({ figures: 'as revised', revised: flagged.revised.sentence });
      expect(found?.content.plan.used[0]?.vintage).toBe('second');
    });
  });
});
