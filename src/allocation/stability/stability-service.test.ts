import { describe, expect, it } from 'vitest';
import { partsOf } from '../../../test/builders/demand-parts.ts';
import { type DemandParts, weighDemand } from '../../demand/index.ts';
import { sampleSimplex } from '../../lib/acceptability/sample-simplex.ts';
import { seededRandom } from '../../lib/statistics/random.ts';
import type { Platform } from '../../platform/platform.ts';
import { planFromDemand } from '../plan-from-demand.ts';
import type { Stability } from './model.ts';
import { type PlanStabilityAsked, planStability } from './stability-service.ts';

/** It reckons from what it is handed, and looks at nothing else. */
const platform = {} as Platform;
const numbers = { dwo: 27, pcso: 10, floors: { dwo: 2 }, ceilings: { dwo: 5 } };
const random = seededRandom(4);
const figures = () => Array.from({ length: 9 }, () => 1 + Math.floor(40 * random() * random()));
const parts = partsOf({ residents: figures(), 'recorded-crime': figures(), deprivation: figures() });

async function reckoned(asked: Partial<PlanStabilityAsked> & { parts?: DemandParts }): Promise<Stability> {
  const answer = await planStability(platform, { parts, numbers, samples: 200, ...asked });
  if ('kind' in answer) throw new Error(`no stability: ${answer.kind}`);
  return answer;
}

/** Every weighting planned as any plan is: weighed, handed out, explained. */
function bruteForce(names: readonly string[], samples: number, seed: number): Record<string, number>[] {
  const draws = seededRandom(seed);
  const drawn = new Float64Array(names.length);
  const shares = parts.wards.map((): Record<string, number> => ({}));
  for (let sample = 0; sample < samples; sample += 1) {
    sampleSimplex(draws, drawn);
    const weights = Object.fromEntries(names.map((name, place) => [name, drawn[place] ?? 0]));
    const demand = weighDemand(parts, { name: 'drawn', version: '1', weights });
    const plan = demand.kind === 'index' ? planFromDemand(demand, numbers) : null;
    if (plan?.kind !== 'optimal') throw new Error('every weighting has a plan');
    plan.wards.forEach(({ dwo }, ward) => {
      const own = shares[ward] ?? {};
      own[dwo] = (own[dwo] ?? 0) + 1;
    });
  }
  return shares.map((own) => Object.fromEntries(Object.entries(own).map(([n, count]) => [n, count / samples])));
}

describe('the stability of a plan', () => {
  it('is that of planning every weighting one by one', async () => {
    const answer = await reckoned({ seed: 5 });
    expect(answer.components).toEqual(['deprivation', 'recorded-crime', 'residents']);
    expect(answer.wards.map(({ shares }) => shares)).toEqual(bruteForce(answer.components, 200, 5));
    expect(answer).toMatchObject({ samples: 200, seed: 5, within: null, officers: 27, remarks: [] });
    expect(answer.samplingError).toBeCloseTo(0.069, 3);
  });

  it('is reckoned once for who asks the same at the same time, and is the same afterwards', async () => {
    const [one, two] = await Promise.all([reckoned({ seed: 6 }), reckoned({ seed: 6 })]);
    expect(one.wards).toEqual(two.wards);
    expect(one.wards[0]?.shares).toBe(two.wards[0]?.shares);
    expect((await reckoned({ seed: 6 })).wards[0]?.shares).toBe(one.wards[0]?.shares);
  });

  it('leaves a missing component out, and says so', async () => {
    const lacking = partsOf({ residents: figures(), 'recorded-crime': figures(), deprivation: null });
    const answer = await reckoned({ parts: lacking });
    expect(answer.components).toEqual(['recorded-crime', 'residents']);
    expect(answer.remarks).toEqual(['Without figures, and so left out of the weightings: deprivation.']);
    const bounded = await reckoned({
      parts: lacking,
      within: [{ name: 'Camden', bounds: { deprivation: [0.1, 0.2] } }],
    });
    expect(bounded.remarks[0]).toContain('shared out over the others: deprivation');
  });

  it('of one part with figures has one weighting, and no error of sampling', async () => {
    const lacking = partsOf({ residents: figures(), deprivation: null });
    const answer = await reckoned({ parts: lacking });
    expect(answer).toMatchObject({ components: ['residents'], samplingError: 0 });
    expect(answer.wards.every(({ shares, driver }) => Object.values(shares)[0] === 1 && driver === null)).toBe(true);
  });

  it('names a runner-up with its direction where one comes close, as of two parts it always does', async () => {
    const two = partsOf({ residents: figures(), deprivation: figures() });
    const { wards } = await reckoned({ parts: two });
    const varying = wards.filter(({ shares }) => Object.keys(shares).length > 1);
    expect(varying.length).toBeGreaterThan(0);
    for (const { driver, direction, runnerUp } of varying) {
      expect([driver, runnerUp?.component].toSorted()).toEqual(['deprivation', 'residents']);
      expect([direction, runnerUp?.direction]).toEqual(['more', 'fewer']);
    }
    expect(wards.filter((ward) => !varying.includes(ward)).every((ward) => !('runnerUp' in ward))).toBe(true);
  });

  it('says what side rules have no part in it', async () => {
    expect((await reckoned({ seed: 5, sideRules: true })).remarks[0]).toContain('Side rules and sergeants');
  });

  it('passes on that there is no demand, or no plan', async () => {
    const asked = { parts, numbers, samples: 200 };
    expect(await planStability(platform, { ...asked, numbers: { ...numbers, dwo: 17 } })).toMatchObject({
      kind: 'infeasible',
      because: [{ rule: 'ward-floor' }],
    });
    expect(await planStability(platform, { ...asked, parts: partsOf({ residents: null }) })).toMatchObject({
      kind: 'no demand',
    });
  });

  it.each<[string, Partial<PlanStabilityAsked>]>([
    ['must be a whole number from 1 to 1,000,000', { samples: 1_000_001 }],
    ['must be a whole number from 1 to 1,000,000', { samples: 0 }],
    ['The seed must be a whole number from 0', { seed: -1 }],
    ['"noise" is no part of demand here', { components: ['noise'] }],
    ['Give the bounds of one party', { within: [] }],
    ['bounds "noise", which is no part of demand', { within: [{ name: 'Camden', bounds: { noise: [0, 1] } }] }],
    ['outside 0% to 100%', { within: [{ name: 'Camden', bounds: { residents: [-0.1, 1] } }] }],
    ['the least no more than the most', { within: [{ name: 'Camden', bounds: { residents: [0.5, 0.2] } }] }],
    [
      'The least weights of Camden come to 110.0%',
      { within: [{ name: 'Camden', bounds: { residents: [0.5, 1], deprivation: [0.6, 1] } }] },
    ],
    [
      'The most weights of Camden come to 30.0%',
      {
        within: [
          { name: 'Camden', bounds: { residents: [0, 0.1], deprivation: [0, 0.1], 'recorded-crime': [0, 0.1] } },
        ],
      },
    ],
  ])('refuses in one sentence: %s', async (sentence, asked) => {
    await expect(reckoned(asked)).rejects.toThrow(sentence);
  });

  it('refuses bounds that leave all weight to a part without figures', async () => {
    const lacking = partsOf({ residents: figures(), deprivation: null });
    const within = [{ name: 'Camden', bounds: { deprivation: [1, 1] as [number, number] } }];
    await expect(reckoned({ parts: lacking, within })).rejects.toThrow('leaves no weight for a part that has figures');
  });
});
