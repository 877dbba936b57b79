import type { Party, Review, WeightProposal } from '../../src/allocation/consultation/model.ts';
import type { DemandParts } from '../../src/demand/index.ts';

/** Two parts held for four wards in two boroughs, and one that is missing. */
export const GATHERED: DemandParts = {
  unit: 'Central North',
  asAt: '2026-03-01',
  boundaryVersion: 'wards-2022',
  window: { from: '2025-03', to: '2026-02', months: 12 },
  wards: [
    { code: 'E05013635', name: 'Bloomsbury', borough: 'Camden' },
    { code: 'E05013640', name: 'Frognal', borough: 'Camden' },
    { code: 'E05013699', name: 'Bunhill', borough: 'Islington' },
    { code: 'E05013712', name: 'Mildmay', borough: 'Islington' },
  ],
  parts: [
    held('recorded-crime', 'Recorded crime', [600, 50, 250, 100]),
    held('residents', 'Residents', [100, 200, 300, 400]),
    {
      kind: 'missing',
      component: 'anti-social-behaviour',
      title: 'Anti-social behaviour',
      reason: 'No ward series is held after June 2018.',
    },
  ],
};

function held(component: string, title: string, figures: number[]): DemandParts['parts'][number] {
  return {
    kind: 'held',
    ...{ component, title, measure: component, every: component === 'residents' ? 'once' : 'month', figures },
    ...{ vintage: 'spring', synthetic: false, backCast: false, origins: ['Published by ward.'], files: ['wards.csv'] },
    total: figures.reduce((sum, figure) => sum + figure, 0),
  };
}

export const ISLINGTON_COUNCIL: Party = {
  kind: 'council',
  name: 'Islington Council',
  borough: 'E09000019',
  ward: null,
};
export const BLOOMSBURY_PANEL: Party = {
  kind: 'ward-panel',
  name: 'Bloomsbury ward panel',
  borough: 'E09000007',
  ward: 'E05013635',
};
export const POLICE: Party = { kind: 'police', name: 'Central North', borough: null, ward: null };

/** A review that is open until the end of April. */
export function reviewOf(rest: Partial<Review> = {}): Review {
  return {
    id: 1,
    unit: 'Central North',
    number: '2026-1',
    name: 'Spring review',
    question: 'What should count when officers are shared out?',
    numbers: { dwo: 14, pcso: 5, floors: { dwo: 2, pcso: 1 }, ceilings: { dwo: 7, pcso: null } },
    demand: GATHERED,
    demandHash: 'hash',
    synthetic: false,
    inForceFrom: '2026-06-01',
    opensOn: '2026-03-10',
    closesOn: '2026-04-30',
    invited: [ISLINGTON_COUNCIL, BLOOMSBURY_PANEL],
    opened: { by: 'person:a', at: new Date('2026-03-10T12:00:00Z') },
    closed: null,
    abandoned: null,
    choice: null,
    version: 1,
    ...rest,
  };
}

/** What Islington Council proposes. */
export function weightProposalOf(rest: Partial<WeightProposal> = {}): WeightProposal {
  return {
    id: 7,
    review: 1,
    party: ISLINGTON_COUNCIL,
    title: 'Islington Council',
    given: { method: 'budget', points: { 'recorded-crime': 25, residents: 75 } },
    weights: { 'recorded-crime': 0.25, residents: 0.75 },
    bounds: null,
    comment: 'People live everywhere.',
    publishComment: true,
    written: { by: 'person:d', at: new Date('2026-04-02T09:00:00Z') },
    withdrawn: null,
    version: 1,
    ...rest,
  };
}
