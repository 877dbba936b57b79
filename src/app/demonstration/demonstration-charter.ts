import type { LaidCharter } from '../../evaluation/service.ts';
import { CENTRAL_NORTH } from '../../organisation/index.ts';

/** Bloomsbury, in Camden: the ward of the demonstration's sergeant, officer and panel chair. */
const BLOOMSBURY = 'E05013653';

/**
 * A made-up pilot in one ward, agreed before it began: nobody ran it, and no figure of the demonstration was changed for it,
 * so whatever its looks call is a false alarm. Two looks are due by the demonstration's last month, and two are to come.
 */
export const DEMONSTRATION_CHARTER: LaidCharter['charter'] = {
  format: 'wardroom-charter-1',
  name: 'demo-clear-hold-build',
  title: 'Is Clear, Hold, Build working in Bloomsbury?',
  kind: 'prospective',
  unit: CENTRAL_NORTH.name,
  summary:
    'Made up, to show the page. Police arrest those who do most harm (clear), officers stay so that nobody takes their place (hold), and the council and residents change what let it grow (build), in one ward of the unit.',
  boundaryVersion: 'wards-2022',
  treated: [{ name: 'Bloomsbury', areas: [BLOOMSBURY], start: '2025-09', transitionMonths: 0 }],
  chosenBecause: 'Made up: the ward of the demonstration’s sergeant.',
  chosenForBeingHigh: [],
  comparison: { from: 'all others', excluded: [], adjoining: 'kept', groups: 'all' },
  outcomes: [
    { measure: 'violence-with-injury', role: 'primary', scale: 'rate', minimumEffectPercent: 10, harmBoundPercent: 20 },
    { measure: 'theft-from-the-person', role: 'guard', scale: 'rate', minimumEffectPercent: 10, harmBoundPercent: 20 },
    { measure: 'recorded-crime', role: 'context', scale: 'rate', minimumEffectPercent: 10, harmBoundPercent: 20 },
  ],
  noDetriment: [],
  vintage: { policy: 'latest' },
  preFrom: '2023-03',
  end: '2026-08',
  estimator: 'sdid',
  looks: ['2025-11', '2026-02', '2026-05', '2026-08'],
  stopRule: { harmRate: 0.1, benefitRate: 0.05, meetWithinDays: 14 },
  benefits: [{ what: 'Less violence in the ward', measure: 'violence-with-injury', by: '2026-08' }],
  alternatives: ['More ward officers in Bloomsbury without Clear, Hold, Build.'],
  reversal: 'The officers go back to the teams they came from within a month; nothing is built that cannot stay.',
  signatories: [
    { organisation: 'Camden Council', body: 'council', borough: 'E09000007' },
    { organisation: 'Islington Council', body: 'council', borough: 'E09000019' },
    { organisation: 'Metropolitan Police', body: 'police', borough: null },
  ],
  breaks: [],
  sources: ['Nowhere: everything in this charter is made up.'],
  seed: 20_250_901,
  synthetic: true,
};

/** Who signed it, in August 2025 as everybody says there: made-up people, and their names say so. */
export const DEMONSTRATION_SIGNATURES = [
  { organisation: 'Metropolitan Police', name: 'Morgan Demo-Command, Commander', on: '2025-08-18' },
  { organisation: 'Camden Council', name: 'Cameron Demo-Council, Camden Council', on: '2025-08-20' },
  { organisation: 'Islington Council', name: 'Casey Demo-Council, Islington Council', on: '2025-08-21' },
] as const;
