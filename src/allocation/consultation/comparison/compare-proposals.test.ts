import { describe, expect, it } from 'vitest';
import { partsOfTwoBoroughs } from '../../../../test/builders/laid-reviews.ts';
import { weighDemand } from '../../../demand/index.ts';
import { planFromDemand } from '../../plan-from-demand.ts';
import type { ReviewNumbers } from '../model.ts';
import { comparePair } from './compare-pair.ts';
import { compareProposals, type ProposedWeights } from './compare-proposals.ts';

const parts = partsOfTwoBoroughs();
const numbers: ReviewNumbers = { dwo: 118, pcso: 48, floors: { dwo: 2, pcso: 0 }, ceilings: { dwo: 6, pcso: null } };
const crime: ProposedWeights = { id: 1, title: 'Police draft', weights: { 'recorded-crime': 1 } };
const residents: ProposedWeights = { id: 2, title: 'Camden Council', weights: { residents: 1 } };
const half: ProposedWeights = { id: 3, title: 'Panel', weights: { 'recorded-crime': 0.5, residents: 0.5 } };

describe('proposals side by side', () => {
  it('gives each the plan that its weights have on the figures of the review', () => {
    const { solved, wards, same } = compareProposals(parts, numbers, [crime, residents, half]);
    const demand = weighDemand(parts, { name: 'Panel', version: '1', weights: half.weights });
    if (demand.kind !== 'index') throw new Error('The review has figures.');
    expect(solved[2]?.plan).toEqual(planFromDemand(demand, numbers));
    const last = wards.at(-1);
    const under = solved.map(({ plan }) => (plan.kind === 'optimal' ? plan.wards.at(-1)?.dwo : null));
    expect(last?.under.map((each) => each?.dwo)).toEqual(under);
    // The ward with most crime gains by its weight; all have as many residents.
    expect(under[0]).toBeGreaterThan(under[1] ?? 0);
    expect(wards.filter(({ differs }) => !differs)).toHaveLength(same);
    for (const { under: given, differs } of wards)
      expect(differs).toBe(given.some((each) => each?.dwo !== given[0]?.dwo));
  });

  it('says why there is none where no plan is possible, and leaves it out of what differs', () => {
    const few = { ...numbers, dwo: 10 };
    const { solved, wards } = compareProposals(parts, few, [crime, residents]);
    expect(solved.map(({ plan }) => plan.kind)).toEqual(['infeasible', 'infeasible']);
    expect(wards[0]).toMatchObject({ under: [null, null], differs: false });
    const unknown = { ...parts, parts: [{ ...missing('residents') }, ...parts.parts.slice(0, 1)] };
    expect(compareProposals(unknown, numbers, [residents]).solved[0]?.plan).toMatchObject({ kind: 'no demand' });
  });
});

const missing = (component: string) => ({
  kind: 'missing' as const,
  component,
  title: component,
  reason: 'None held.',
});

describe('two proposals against each other', () => {
  const compared = compareProposals(parts, numbers, [crime, residents, half]);

  it('counts who gains, loses and stays, and says it as the answer', () => {
    const pair = comparePair(compared, parts, { a: 1, b: 2 });
    if (pair === null) throw new Error('Both have a plan.');
    expect(pair.gains.length + pair.losses.length + pair.same).toBe(parts.wards.length);
    const moved = (wards: typeof pair.gains) => wards.reduce((sum, { gain }) => sum + gain.dwo, 0);
    expect(moved(pair.gains)).toBe(-moved(pair.losses));
    expect(moved(pair.gains)).toBeGreaterThan(0);
    expect(pair.answer).toMatch(
      new RegExp(
        `^${pair.same} wards are the same under both\\. ${pair.gains.length} gain .* under B and ${pair.losses.length} lose one`,
      ),
    );
    expect(pair.weightsSentence).toBe('B moves weight from recorded-crime to residents.');
    expect(pair.moved.map(({ component }) => component).toSorted()).toEqual(['recorded-crime', 'residents']);
  });

  it('of one proposal with itself says that nothing differs', () => {
    expect(comparePair(compared, parts, { a: 3, b: 3 })).toMatchObject({
      ...{ gains: [], losses: [], pcsoOnly: [], same: parts.wards.length, weightsSentence: null },
      answer: 'Every ward has the same number of officers under both.',
    });
  });

  it('calls the two what it is told to, and is null for one that is not there', () => {
    const pair = comparePair(compared, parts, { a: 1, b: 3 }, { a: 'Police draft', b: 'Panel' });
    expect(pair?.weightsSentence).toBe('Panel moves weight from recorded-crime to residents.');
    expect(comparePair(compared, parts, { a: 1, b: 99 })).toBeNull();
  });

  it('reads as the mock-up where each changes by one', () => {
    const under = (dwo: number) => ({ dwo, pcso: 1 });
    const wards = [
      ...Array.from({ length: 27 }, () => [2, 2] as const),
      ...Array.from({ length: 5 }, () => [2, 3] as const),
      ...Array.from({ length: 5 }, () => [3, 2] as const),
    ].map(([a, b], place) => ({
      ...{ code: `E${place}`, name: `Ward ${place}`, borough: 'Camden', under: [under(a), under(b)], differs: a !== b },
    }));
    expect(comparePair({ ...compared, wards }, parts, { a: 1, b: 2 })?.answer).toBe(
      '27 wards are the same under both. 5 gain an officer under B and 5 lose one.',
    );
  });
});
