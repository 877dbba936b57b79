import { type Month, monthName } from '../../lib/calendar/month.ts';
import type { Look, State } from '../model.ts';
import { sayChange, sayPercent, sayRange } from '../words/say-amount.ts';
import type { LooksAsked } from './model.ts';
import type { StandingAtLook } from './state-at-look.ts';

interface LookFound {
  asked: Pick<LooksAsked, 'intervals' | 'minimumEffectPercent' | 'meetWithinDays' | 'polarity' | 'rates'>;
  /** 0 the first. */
  look: number;
  figures: Omit<Look, 'state' | 'because'>;
  standing: StandingAtLook;
  state: State;
}

/** Why a look's state is what it is, in one sentence. */
export function becauseOf(found: LookFound): string {
  const { figures, standing, state } = found;
  if (standing.role === 'context') return 'Shown for context: no boundary is set for it.';
  if (state === 'harm boundary crossed') return becauseCalled(found, standing.harmCalled, figures.harmAt, 'harm');
  if (state === 'benefit shown') return becauseCalled(found, standing.benefitCalled, figures.benefitAt, 'benefit');
  if (state === 'continue')
    return `Neither boundary is crossed: ${sayChange(figures.percent)} so far; ${linesOf(figures)}.`;
  const range = rangeOf(found);
  if (!standing.last)
    return `An improvement of ${sayPercent(found.asked.minimumEffectPercent)}, the least worth having, is no longer plausible: ${range}.`;
  return `The last look, and neither boundary is crossed: ${sayChange(figures.percent)}, and ${range}.`;
}

function becauseCalled(
  { figures, asked }: LookFound,
  calledAt: Month | null,
  line: number | null,
  side: 'harm' | 'benefit',
): string {
  if (calledAt === null) return '';
  if (calledAt === figures.month && side === 'harm')
    return `${sayChange(figures.percent)}, ${beyond(line, 'harm')}${ofModel(figures)}: the signatories meet within ${asked.meetWithinDays} days.`;
  if (calledAt === figures.month)
    return `${sayChange(figures.percent)}, ${beyond(line, 'benefit')}${ofModel(figures)}; this does not show what caused it.`;
  const still = line !== null && (line >= 0 ? figures.percent > line : figures.percent < line);
  return still
    ? `Still beyond the boundary: ${sayChange(figures.percent)}; first crossed at the look of ${monthName(calledAt)}.`
    : `Crossed at the look of ${monthName(calledAt)}, and what is called stays called; now ${sayChange(figures.percent)}.`;
}

const ofModel = ({ rateFrom, modelRate }: Pick<Look, 'rateFrom' | 'modelRate'>) =>
  rateFrom === 'model'
    ? ` by a model of the comparison areas, which are too few for a lot${calledByChance(modelRate)}`
    : '';

/** How often the model itself calls something where nothing changed. */
export function calledByChance(modelRate: number | null): string {
  return modelRate === null ? '' : ` (by chance alone it calls ${sayShare(modelRate)} of pilots)`;
}

const sayShare = (share: number): string => (share < 0.0005 ? 'fewer than 0.1%' : `${(100 * share).toFixed(1)}%`);

function beyond(line: number | null, side: 'harm' | 'benefit'): string {
  return line === null ? `beyond the boundary of ${side}` : `beyond the ${sayChange(line)} at which ${side} is called`;
}

function linesOf({ harmAt, benefitAt, rateFrom, modelRate }: Omit<Look, 'state' | 'because'>): string {
  const lines = [
    ...(harmAt === null ? [] : [`harm is called beyond ${sayChange(harmAt)}`]),
    ...(benefitAt === null ? [] : [`benefit beyond ${sayChange(benefitAt)}`]),
  ];
  if (lines.length === 0) return 'the comparison areas are too few to call anything this early';
  return (
    lines.join(' and ') +
    (rateFrom === 'model' ? `, by a model of the comparison areas${calledByChance(modelRate)}` : '')
  );
}

/** "anything from 14% fewer to 3% more remains plausible". */
function rangeOf({ asked, look }: LookFound): string {
  const interval = asked.intervals[look];
  if (!interval) return 'the comparison areas are too few to say what range remains plausible';
  return `anything from ${sayRange(interval)} remains plausible`;
}
