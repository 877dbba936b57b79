import { describe, expect, it } from 'vitest';
import { partsOfTwoBoroughs } from '../../../../test/builders/laid-reviews.ts';
import { compareProposals } from '../comparison/compare-proposals.ts';
import type { Review, WeightProposal } from '../model.ts';
import { writeDecision } from './decision.ts';
import { storedDecision } from './stored-decision.ts';

const WRITTEN = { by: 'person:secretsecretsecr', at: new Date('2026-01-20T23:30:00Z') };
const review: Review = {
  ...{ id: 4, unit: 'Central North', number: '2026-1', name: 'Spring', question: 'Which weights?' },
  numbers: { dwo: 118, pcso: 48, floors: { dwo: 2, pcso: 0 }, ceilings: { dwo: 6, pcso: null } },
  ...{ demand: partsOfTwoBoroughs(), demandHash: 'x', synthetic: false, invited: [], opened: WRITTEN },
  ...{
    inForceFrom: '2026-03-01',
    opensOn: '2026-01-10',
    closesOn: '2026-01-31',
    closed: null,
    abandoned: null,
    choice: null,
  },
  version: 1,
};
const proposal = (id: number, rest: Partial<WeightProposal>): WeightProposal => ({
  ...{ id, review: 4, party: { kind: 'council', name: `Council ${id}`, borough: null, ward: null } },
  ...{ title: `Council ${id}`, given: { method: 'budget', points: { residents: 1 } }, weights: { residents: 1 } },
  ...{ bounds: null, comment: '', publishComment: false, written: WRITTEN, withdrawn: null, version: 1, ...rest },
});
const stability = {
  ...{ samples: 1, seed: 1, samplingError: 1, within: null, components: ['residents'], officers: 118 },
  ...{ wards: [], remarks: [] },
};

describe('a decision as it is kept', () => {
  const proposals = [
    proposal(1, { comment: 'Between us.' }),
    proposal(2, { comment: 'For everybody.', publishComment: true }),
    proposal(3, { comment: '', publishComment: true }),
  ];
  const decision = writeDecision({
    ...{ review, proposals, chosen: 2, reasons: 'Need.', on: '2026-02-05', figures: 'as opened', revised: null },
    compared: compareProposals(review.demand, review.numbers, proposals),
    ...{ stability, stabilityWithin: null },
  });

  it('has a comment only where its party agreed, and names no person', () => {
    expect(decision.proposals.map(({ comment }) => comment)).toEqual([null, 'For everybody.', null]);
    expect(JSON.stringify(decision)).not.toContain('secret');
  });

  it('has the officers of every ward under each, and the London day of its last writing', () => {
    const [first] = decision.proposals;
    expect(Object.keys(first?.officers ?? {})).toEqual(review.demand.wards.map(({ code }) => code));
    expect(Object.values(first?.officers ?? {}).reduce((sum, each) => sum + each, 0)).toBe(118);
    expect(first?.on).toBe('2026-01-20');
  });

  it('has no officers under a proposal without a plan', () => {
    const few = { ...review, numbers: { ...review.numbers, dwo: 3 } };
    const none = writeDecision({
      ...{ review: few, proposals, chosen: 2, reasons: 'Need.', on: '2026-02-05', figures: 'as opened', revised: null },
      compared: compareProposals(few.demand, few.numbers, proposals),
      ...{ stability, stabilityWithin: null },
    });
    expect(none.proposals.map(({ officers }) => officers)).toEqual([null, null, null]);
  });

  it('is read back as it was kept, without anything that is not of one', () => {
    const stored = JSON.parse(JSON.stringify({ ...decision, chosenBy: 'person:secretsecretsecr' }));
    expect(storedDecision.parse(stored)).toEqual(decision);
    expect(() => storedDecision.parse({ ...stored, figures: 'as guessed' })).toThrow();
  });
});
