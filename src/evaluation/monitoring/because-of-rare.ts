import { type Month, monthName } from '../../lib/calendar/month.ts';
import type { OutcomeRole, State } from '../model.ts';
import { calledByChance } from './because-of.ts';

interface RareLookFound {
  month: Month;
  observed: number;
  expected: number;
  /** Events from which harm is called; null where it is not looked for. */
  line: number | null;
  role: OutcomeRole;
  polarity: 'more is worse' | 'more is better' | 'neither';
  state: State;
  harmCalled: Month | null;
  meetWithinDays: number;
  /** How often the model calls harm by chance alone; null where nothing is looked for. */
  modelRate: number | null;
}

/** Why a look at a rare outcome comes to what it does, in one sentence. */
export function becauseOfRare(found: RareLookFound): string {
  const { month, observed, expected, line, role, state, harmCalled, meetWithinDays, modelRate } = found;
  const model = `by a model of rare counts${calledByChance(modelRate)}`;
  const counted = `${observed} so far where the comparison leads one to expect ${oneDecimal(expected)}`;
  if (role === 'context') return 'Shown for context: no boundary is set for it.';
  if (state === 'harm boundary crossed' && harmCalled === month)
    return `${counted}, and harm is called from ${line}, ${model}: the signatories meet within ${meetWithinDays} days.`;
  if (state === 'harm boundary crossed' && harmCalled !== null && line !== null && observed >= line)
    return `Still beyond the boundary: ${counted}; first crossed at the look of ${monthName(harmCalled)}.`;
  if (state === 'harm boundary crossed' && harmCalled !== null)
    return `Crossed at the look of ${monthName(harmCalled)}, and what is called stays called; now ${counted}.`;
  const rule = line === null ? 'so few can call nothing' : `harm is called from ${line}, ${model}`;
  return state === 'cannot tell' ? `The last look: ${counted}; ${rule}.` : `${sentence(counted)}; ${rule}.`;
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function oneDecimal(events: number): string {
  return events < 0.05 ? 'next to none' : events.toFixed(1);
}
