import { addMonths, isMonth, type Month } from '../../lib/calendar/month.ts';
import { CENTRAL_NORTH } from '../../organisation/index.ts';
import type { Charter } from '../model.ts';

/**
 * A whole prospective charter whose parts fit together, for who writes one over it: it starts four months from today.
 * @param today "2026-03-10"
 */
export function exampleCharter(today: string): Charter {
  const now = today.slice(0, 7);
  const month = (from: number): Month => addMonths(isMonth(now) ? now : '2026-01', from);
  return {
    format: 'wardroom-charter-1',
    name: 'example-pilot',
    title: 'Is the joint response team working?',
    kind: 'prospective',
    unit: CENTRAL_NORTH.name,
    summary: 'Say in two or three sentences what is done, where and by whom.',
    boundaryVersion: 'boroughs-2022',
    treated: [
      { name: 'Camden and Islington', areas: ['E09000007', 'E09000019'], start: month(4), transitionMonths: 0 },
    ],
    chosenBecause: 'Say why these areas were chosen, and not others.',
    chosenForBeingHigh: [],
    comparison: {
      from: 'all others',
      excluded: [{ area: 'E09000001', because: 'The City of London has a police force of its own.' }],
      adjoining: 'kept',
      groups: 'all',
    },
    outcomes: [
      { measure: 'burglary', role: 'primary', scale: 'log', minimumEffectPercent: 10, harmBoundPercent: 15 },
      { measure: 'robbery', role: 'guard', scale: 'log', minimumEffectPercent: 10, harmBoundPercent: 15 },
    ],
    noDetriment: [],
    vintage: { policy: 'latest' },
    preFrom: month(-32),
    end: month(15),
    estimator: 'sdid',
    looks: [month(6), month(9), month(12), month(15)],
    stopRule: { harmRate: 0.1, benefitRate: 0.05, meetWithinDays: 14 },
    benefits: [{ what: 'Fewer burglaries', measure: 'burglary', by: month(15) }],
    alternatives: ['Name what else was weighed.'],
    reversal: 'Say how it is undone, and within what time.',
    signatories: [
      { organisation: 'Metropolitan Police', body: 'police', borough: null },
      { organisation: 'Camden Council', body: 'council', borough: 'E09000007' },
      { organisation: 'Islington Council', body: 'council', borough: 'E09000019' },
    ],
    breaks: [],
    sources: ['Say where the facts of this charter come from.'],
    seed: 1,
    synthetic: false,
  };
}
