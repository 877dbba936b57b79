import type { DecidedProposal, Decision, Party } from '../../src/allocation/consultation/model.ts';

/** Three wards of two boroughs. */
export const DECIDED_WARDS = [
  { code: 'E1', name: 'Highgate', borough: 'Camden' },
  { code: 'E2', name: 'Bloomsbury', borough: 'Camden' },
  { code: 'E3', name: 'Hillrise', borough: 'Islington' },
];

const council = (name: string): Party => ({ kind: 'council', name, borough: null, ward: null });
const weights = (crime: number) => ({ 'recorded-crime': crime, deprivation: 1 - crime, residents: 0 });

export const POLICE_DRAFT: DecidedProposal = {
  id: 1,
  title: 'Police draft',
  party: { kind: 'police', name: 'Police', borough: null, ward: null },
  on: '2026-04-02',
  weights: weights(0.8),
  bounds: null,
  comment: 'As in the plan of last year.',
  officers: { E1: 2, E2: 7, E3: 3 },
};

export const ISLINGTON: DecidedProposal = {
  id: 2,
  title: 'Islington Council',
  party: council('Islington Council'),
  on: '2026-04-20',
  weights: weights(0.625),
  bounds: { deprivation: [0.3, 0.5] },
  comment: 'Need before numbers.\nWe can explain.',
  officers: { E1: 3, E2: 6, E3: 3 },
};

/** Weights for which no plan is possible. */
export const CAMDEN: DecidedProposal = {
  id: 3,
  title: 'Camden Council',
  party: council('Camden Council'),
  on: '2026-04-21',
  weights: weights(0.1),
  bounds: null,
  comment: null,
  officers: null,
};

/** A decision for Islington Council's weights, of three proposals. */
export function decisionInView(changed: Partial<Decision> = {}): Decision {
  return {
    review: {
      id: 4,
      number: '2026-1',
      name: 'Spring review',
      question: 'What should decide which wards get more officers?',
      opensOn: '2026-04-01',
      closesOn: '2026-05-05',
      invited: [council('Camden Council'), council('Islington Council'), council('Highgate ward panel')],
      synthetic: true,
    },
    proposals: [POLICE_DRAFT, ISLINGTON, CAMDEN],
    chosen: ISLINGTON.id,
    reasons: 'It follows need most closely.\nIt was explained best.',
    on: '2026-05-12',
    figures: 'as opened',
    revised: null,
    stability: {
      samplingError: 0.005,
      samples: 10_000,
      seed: 1,
      within: null,
      components: ['recorded-crime', 'deprivation'],
      officers: 12,
      wards: [
        { code: 'E1', shares: { 2: 0.52, 3: 0.48 }, ranks: { 3: 1 }, driver: 'deprivation', direction: 'more' },
        {
          code: 'E2',
          shares: { 5: 0.01, 6: 0.7, 7: 0.29 },
          ranks: { 1: 1 },
          driver: 'deprivation',
          direction: 'fewer',
        },
        { code: 'E3', shares: { 3: 1 }, ranks: { 2: 1 }, driver: null, direction: null },
      ],
      remarks: [],
    },
    stabilityWithin: null,
    ...changed,
  };
}
