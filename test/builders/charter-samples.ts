import type { Charter } from '../../src/evaluation/model.ts';
import { CAMDEN, ISLINGTON, UNIT } from './each-principal.ts';

/** A prospective charter that fits together, as nobody signed it yet. */
export const CHARTER: Charter = {
  format: 'wardroom-charter-1',
  name: 'joint-response-2030',
  title: 'Is the joint response team working?',
  kind: 'prospective',
  unit: UNIT,
  summary: 'Camden and Islington share one response team.',
  boundaryVersion: 'boroughs-2022',
  treated: [{ name: 'Camden and Islington', areas: [CAMDEN, ISLINGTON], start: '2030-04', transitionMonths: 2 }],
  chosenBecause: 'They share a command unit.',
  chosenForBeingHigh: [],
  comparison: {
    from: 'all others',
    excluded: [{ area: 'E09000001', because: 'The City has a police force of its own.' }],
    adjoining: 'kept',
    groups: 'all',
  },
  outcomes: [
    { measure: 'burglary', role: 'primary', scale: 'log', minimumEffectPercent: 10, harmBoundPercent: 10 },
    { measure: 'robbery', role: 'guard', scale: 'log', minimumEffectPercent: 10, harmBoundPercent: 15 },
  ],
  noDetriment: [],
  vintage: { policy: 'latest' },
  preFrom: '2027-04',
  end: '2031-03',
  estimator: 'sdid',
  looks: ['2030-09', '2031-03'],
  stopRule: { harmRate: 0.1, benefitRate: 0.05, meetWithinDays: 14 },
  benefits: [{ what: 'Fewer burglaries', measure: 'burglary', by: '2031-03' }],
  alternatives: ['Leave the teams apart.'],
  reversal: 'Each borough gets its own team back within a month.',
  signatories: [
    { organisation: 'Metropolitan Police', body: 'police', borough: null },
    { organisation: 'Camden Council', body: 'council', borough: CAMDEN },
    { organisation: 'Islington Council', body: 'council', borough: ISLINGTON },
  ],
  breaks: [],
  sources: [],
  seed: 1,
  synthetic: false,
};
