import { exactFigure } from './claim-figure.ts';
import type { ClaimContent, ClaimFigures, ClaimFinding } from './model.ts';
import { type PrintedValue, printedValue, roundedFigure } from './printed-value.ts';
import { isTooFew, sayState } from './say-figures.ts';

/** Percentage points by which a change may differ from what was printed and still be called revised slightly. */
const SLIGHTLY = 1;

const TOO_FEW = 'the counts are too few for a percentage';

/** What is asked of a claim and its figures to say how it stands. */
export interface Stands {
  claim: Pick<ClaimContent, 'kind' | 'binding'>;
  finding: ClaimFinding;
  /** Whether the figures held now are known to be of the source it was made on: only then is a difference a revision. */
  sameSource: boolean;
  /** Counts under it are too few for a percentage. */
  least: number;
}

/**
 * How a claim stands and how far today's figures are from what was printed, for people and without a full stop: a change
 * revised from −0.7% to −0.8% is told apart from one that turned round.
 * @example "Supported when made; revised slightly since: printed −0.7%, now −0.8%, the same direction"
 */
export function sayStands({ claim, finding, sameSource, least }: Stands): string {
  const { state, today } = finding;
  const { kind, binding } = claim;
  if (today === null || binding === null) return sayState(state);
  const isChange = kind === 'percentage change';
  const few = isChange && isTooFew(today, least);
  if (state === 'supported') return few ? `The arithmetic is right, but ${TOO_FEW}` : sayState(state);
  if (state !== 'supported when made') return sayState(state);
  const how = sameSource ? 'since' : 'by figures of another file';
  const revised = sameSource ? 'revised since' : how;
  if (kind === 'lower than a baseline' || kind === 'higher than a baseline')
    return `Supported when made, reversed ${how}`;
  const printed = printedValue(binding.printed ?? '');
  const exact = exactFigure(kind, today);
  if (printed === null || exact === null) return sayState(state);
  const shown = withMinus(binding.printed ?? '');
  if (few) return `Supported when made; ${revised}: printed ${shown}, now ${counts(today)}; ${TOO_FEW}`;
  const unit = kind === 'count' ? '' : '%';
  const value = roundedFigure(exact, printed.decimals);
  const now = `printed ${shown}, now ${signed(value, printed.decimals, isChange)}${unit}`;
  if (!isChange) return `Supported when made; ${revised}: ${now}`;
  return changeStands({ printed, exact: exact.numerator, value, now, sameSource, how });
}

interface ChangeStands {
  printed: PrintedValue;
  /** Change in counts, times 100: its sign is the direction. */
  exact: number;
  /** Change today in percent, to the precision printed. */
  value: number;
  now: string;
  sameSource: boolean;
  how: string;
}

function changeStands({ printed, exact, value, now, sameSource, how }: ChangeStands): string {
  if (Math.sign(exact) === -Math.sign(printed.value) && exact !== 0)
    return `Supported when made, reversed ${how}: ${now}`;
  const direction = Math.sign(exact) === Math.sign(printed.value) ? ', the same direction' : ', neither more nor fewer';
  const isSlight = printed.sense === 'is' && Math.abs(value - printed.value) <= SLIGHTLY + 1e-9;
  const revised = !sameSource ? how : isSlight ? 'revised slightly since' : 'revised since';
  return `Supported when made; ${revised}: ${now}${Math.sign(printed.value) === 0 ? '' : direction}`;
}

const counts = ({ current, previous }: ClaimFigures): string =>
  `${current.toLocaleString('en-GB')} against ${(previous ?? 0).toLocaleString('en-GB')}`;

/** "-0.7%" as "−0.7%", with a true minus. */
const withMinus = (printed: string): string => printed.replace(/^[-–]/, '−');

/** "−0.8", "+2.0"; a count and a share without a plus. */
function signed(value: number, decimals: number, isChange: boolean): string {
  const sign = value < 0 ? '−' : isChange && value > 0 ? '+' : '';
  const fraction = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return `${sign}${Math.abs(value).toLocaleString('en-GB', fraction)}`;
}
